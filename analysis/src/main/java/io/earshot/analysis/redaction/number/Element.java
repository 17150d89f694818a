package io.earshot.analysis.redaction.number;

/**
 * A part of a number: what one speaks or writes in one go.
 *
 * @param digits what it stands for; a letter where letters are read too
 * @param from first lexeme
 * @param to lexeme after the last
 */
record Element(String digits, int from, int to, Form form) {

  /** How it was put. */
  enum Form {
    WRITTEN,
    /** Digit by digit, as in "four", "double five", "幺". */
    SPOKEN,
    /** As a quantity, as in "twenty three", "三百". */
    COUNTED,
    /** A word that only sounds like a digit. */
    DOUBTFUL,
    LETTER
  }

  boolean is(Form other) {
    return form == other;
  }
}
