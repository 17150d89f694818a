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
    BEGINNING
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
}
