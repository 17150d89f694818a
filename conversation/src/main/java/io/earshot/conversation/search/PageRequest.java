package io.earshot.conversation.search;

import io.earshot.conversation.EarshotException;

/**
 * Which part of the results, in which order.
 *
 * @param order by what; equal ones newest first
 * @param descending whether the largest comes first
 * @param offset hits to skip, from 0; with {@code limit} at most 10,000 deep
 * @param limit hits at most, 1 to 1000
 */
public record PageRequest(Order order, boolean descending, int offset, int limit) {
  private static final int MOST = 1000;
  private static final int DEEPEST = 10_000;

  /**
   * @throws EarshotException of kind MISCONFIGURED when it is out of bounds
   */
  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw EarshotException.misconfigured(
          "A limit of %d hits: use 1 to %d".formatted(limit, MOST));
    }
    if (offset < 0 || offset + limit > DEEPEST) {
      throw EarshotException.misconfigured(
          "Hits from %d on: only the first %d can be shown; narrow the query, for instance with"
                  .formatted(offset, DEEPEST)
              + " before: or after:");
    }
  }

  /** By what results are put in order. */
  public enum Order {
    /** As the query ranks them: best first, whatever {@code descending} says. */
    RELEVANCE,
    STARTED_AT,
    SCORE,
    DURATION,
    VALENCE,
    AGENT
  }

  /** The best ones. */
  public static PageRequest best(int limit) {
    return new PageRequest(Order.RELEVANCE, true, 0, limit);
  }

  /** The newest ones. */
  public static PageRequest newest(int limit) {
    return new PageRequest(Order.STARTED_AT, true, 0, limit);
  }
}
