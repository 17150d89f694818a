package io.earshot.analysis.redaction.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest thing that is read as a whole: a run of digits, a run of letters, one Han character,
 * one sign. White space is none.
 *
 * @param text in plain lower case
 * @param start first character in the passage
 * @param end character after it
 */
public record Lexeme(String text, int start, int end, Kind kind) {

  /** The sign that stands for the end of a line. */
  public static final String LINE = "\u21B5";

  /** What a lexeme is made of. */
  public enum Kind {
    DIGITS,
    LETTERS,
    HAN,
    SIGN,
    /** What was masked before: nothing is read across it. */
    HOLE
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  public boolean isLetter() {
    return kind == Kind.LETTERS && text.length() == 1;
  }

  /** The word without a possessive "'s". */
  public String stem() {
    return possessive() ? text.substring(0, text.length() - 2) : text;
  }

  /** The character after the stem. */
  public int stemEnd() {
    return possessive() ? end - 2 : end;
  }

  private boolean possessive() {
    return kind == Kind.LETTERS && text.length() > 4 && text.endsWith("'s");
  }

  static List<Lexeme> of(String lower) {
    List<Lexeme> lexemes = new ArrayList<>();
    for (int from = 0; from < lower.length(); ) {
      int codePoint = lower.codePointAt(from);
      int next = from + Character.charCount(codePoint);
      Kind kind = kind(codePoint);
      if (codePoint == '\n') {
        lexemes.add(new Lexeme(LINE, from, next, Kind.SIGN));
      } else if (!Plain.isSpace(codePoint)) {
        int to = kind == Kind.HAN || kind == Kind.SIGN ? next : end(lower, next, kind);
        lexemes.add(new Lexeme(lower.substring(from, to), from, to, kind));
        next = to;
      }
      from = next;
    }
    return lexemes;
  }

  private static int end(String text, int from, Kind kind) {
    int at = from;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      boolean inner =
          kind == Kind.LETTERS
              && codePoint == '\''
              && at + 1 < text.length()
              && kind(text.codePointAt(at + 1)) == Kind.LETTERS;
      if (kind(codePoint) != kind && !inner) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static Kind kind(int codePoint) {
    if (codePoint == Passage.HOLE) {
      return Kind.HOLE;
    }
    if (codePoint >= '0' && codePoint <= '9') {
      return Kind.DIGITS;
    }
    if (Character.isIdeographic(codePoint) || codePoint == '〇') {
      return Kind.HAN;
    }
    int type = Character.getType(codePoint);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetter(codePoint) || mark ? Kind.LETTERS : Kind.SIGN;
  }
}
