package io.earshot.conversation;

import java.util.List;
import java.util.Locale;

/**
 * Whether the customer's matter was settled in this conversation.
 *
 * @param outcome what it came to
 * @param by who settled it; {@code NOBODY} where nobody did or nothing is known
 * @param confidence 0 to 1; 0 where nothing is known
 * @param evidence the words it rests on, most telling first
 */
public record Resolution(Outcome outcome, Solver by, double confidence, List<Finding> evidence) {

  /** Nothing is known. */
  public static final Resolution UNKNOWN =
      new Resolution(Outcome.UNKNOWN, Solver.NOBODY, 0, List.of());

  public Resolution {
    evidence = List.copyOf(evidence);
  }

  /** What a conversation came to. */
  public enum Outcome {
    SOLVED,
    /** Something was done or is under way, but the matter is not closed. */
    PARTLY,
    UNSOLVED,
    UNKNOWN;

    /** The name used in files, queries and JSON: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who settled it. */
  public enum Solver {
    AGENT,
    /** Somebody the customer was handed over to. */
    TRANSFER,
    CUSTOMER,
    NOBODY;

    /** The name used in files, queries and JSON: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
