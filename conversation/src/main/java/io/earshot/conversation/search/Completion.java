package io.earshot.conversation.search;

/**
 * What could stand at a place of a query.
 *
 * @param text to be put there, quoted where it has to be
 * @param kind what it is
 * @param count conversations that have a value; 0 where they are not counted
 */
public record Completion(String text, Kind kind, long count) {

  /** What is completed. */
  public enum Kind {
    /** The name of a field with its colon. */
    FIELD,
    /** A field with a value. */
    VALUE,
    /** {@code AND}, {@code OR}, {@code NOT}. */
    OPERATOR
  }
}
