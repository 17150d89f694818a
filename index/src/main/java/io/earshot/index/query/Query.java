package io.earshot.index.query;

import java.time.Instant;
import java.util.List;

/**
 * What a query asks for, as a tree. Immutable; positions are characters of the query's text, from
 * 1. A bracket in the text is a group of its own here too, because {@code speaker:} and {@code
 * emotion:} bind within their group only.
 */
public sealed interface Query {

  /** Met by every conversation: {@code *}. */
  record Everything() implements Query {}

  /** Met when all parts are. The parts are one group for the fields about turns. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Met when at least one part is. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Met when the part is not: no turn says it, or the fact is another. */
  record Not(Query part) implements Query {}

  /**
   * Something that is said in a turn.
   *
   * @param text as typed, without quotes and star
   * @param form how it is compared
   */
  record Said(String text, Form form, int position) implements Query {}

  /** How {@link Said} compares. */
  enum Form {
    /** A word in any of its English forms; Chinese characters in a row. */
    WORD,
    /** Exactly these words in a row. */
    PHRASE,
    /** Words in a row, the last of which only begins so. */
    BEGINNING,
    /** Words in a row that are said, or that what was heard sounds like: {@code sounds:refund}. */
    SOUND,
    /** Exactly these words, the first of the turn: {@code start:"thank you"}. */
    START,
    /** Exactly these words, the last of the turn: {@code end:goodbye}. */
    END
  }

  /**
   * Words of one turn that are near each other, in either order: {@code refund near/5 late}.
   *
   * @param left what is said: a {@link Said}, an {@link Or} of such, or again a {@link Near}
   * @param words how many words further the one may stand than the other: 1 is the next word
   * @param position of the operator
   */
  record Near(Query left, Query right, int words, int position) implements Query {}

  /**
   * Conditions on turns, each met by a turn after the one before: {@code refund then sorry within 5
   * turns}. All that is in a step is about one and the same turn.
   *
   * @param steps at least two, without facts and meanings
   * @param within for each step but the first, how many turns after the step before it may be
   * @param position of the first operator
   */
  record Then(List<Query> steps, List<Integer> within, int position) implements Query {
    /** Any number of turns. */
    public static final int ANYWHERE = Integer.MAX_VALUE;

    public Then {
      steps = List.copyOf(steps);
      within = List.copyOf(within);
    }
  }

  /** A turn that means the same, in whatever words: {@code ~"wants to leave us"}. */
  record Meaning(String text, int position) implements Query {}

  /**
   * A named value.
   *
   * @param pattern whether {@code *} in the value stands for any characters
   */
  record Named(Field field, String value, boolean pattern, int position) implements Query {}

  /** A time the conversation began before or not before. */
  record Began(Instant bound, boolean before) implements Query {}

  /**
   * An amount within bounds.
   *
   * @param comparison {@code <}, {@code <=}, {@code >}, {@code >=} or {@code =}
   * @param amount points for {@link Field#SCORE}, milliseconds for {@link Field#DURATION}
   */
  record Amount(Field field, String comparison, double amount) implements Query {}

  /** Whether it is about speakers and emotions of turns and nothing else. */
  default boolean isAboutTurns() {
    return consistsOf(this, true);
  }

  /** Whether it is about facts of the conversation and nothing else. */
  default boolean isAboutFacts() {
    return consistsOf(this, false);
  }

  private static boolean consistsOf(Query query, boolean turns) {
    if (query instanceof And and) {
      return and.parts().stream().allMatch(part -> consistsOf(part, turns));
    }
    if (query instanceof Or or) {
      return or.parts().stream().allMatch(part -> consistsOf(part, turns));
    }
    if (query instanceof Not not) {
      return consistsOf(not.part(), turns);
    }
    if (query instanceof Named named) {
      return named.field().ofTurns() == turns;
    }
    return !turns
        && (query instanceof Began || query instanceof Amount || query instanceof Everything);
  }
}
