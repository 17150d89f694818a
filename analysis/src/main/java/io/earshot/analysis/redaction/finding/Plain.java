package io.earshot.analysis.redaction.finding;

import io.earshot.analysis.language.ChineseText;

/** One way of writing each character, one character for one, so that offsets hold. */
final class Plain {
  private static final char FULL_WIDTH_FIRST = '！';
  private static final char FULL_WIDTH_LAST = '～';
  private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

  private Plain() {}

  /** Full-width signs, digits of other scripts, dashes and blanks become ASCII. */
  static String text(String text) {
    char[] plain = text.toCharArray();
    for (int i = 0; i < plain.length; i++) {
      plain[i] = plain[i] < 0x80 ? plain[i] : character(plain[i]);
    }
    return ChineseText.simplified(new String(plain));
  }

  /** Lower case character by character: some words change their length as a whole. */
  static String lower(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Character.toLowerCase(lower[i]);
    }
    return new String(lower);
  }

  static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || Character.getType(codePoint) == Character.CONTROL;
  }

  private static char character(char character) {
    if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
      return (char) (character - FULL_WIDTH_SHIFT);
    }
    if (Character.isDigit(character)) {
      return (char) ('0' + Character.digit(character, 10));
    }
    if (Character.getType(character) == Character.DASH_PUNCTUATION || character == '−') {
      return '-';
    }
    if (character == '’' || character == '‘') {
      return '\'';
    }
    return Character.isSpaceChar(character) ? ' ' : character;
  }
}
