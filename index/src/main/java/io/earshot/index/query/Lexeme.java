package io.earshot.index.query;

/**
 * A piece of query text.
 *
 * @param type what it is
 * @param text its content: without quotes, without the colon
 * @param position its first character, from 1
 */
record Lexeme(Type type, String text, int position) {
  enum Type {
    WORD,
    QUOTED,
    /** A name with a colon directly after it. */
    FIELD,
    TILDE,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    END
  }

  boolean is(Type other) {
    return type == other;
  }
}
