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
    /** {@code near/5}; the text is the number. */
    NEAR,
    THEN,
    /** {@code within 5 turns}; the text is the number. */
    WITHIN,
    END
  }

  /** Whether something has to follow. */
  boolean isOperator() {
    return switch (type) {
      case AND, OR, NOT, NEAR, THEN -> true;
      case WORD, QUOTED, FIELD, TILDE, OPEN, CLOSE, WITHIN, END -> false;
    };
  }

  /** As it is typed. */
  String shown() {
    return type == Type.NEAR ? "near/" + text : text;
  }

  boolean is(Type other) {
    return type == other;
  }
}
