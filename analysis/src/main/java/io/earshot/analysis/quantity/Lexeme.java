package io.earshot.analysis.quantity;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest piece that a number can be read from: a run of Latin letters, a run of digits with
 * its separators, or any other single character that is no white space.
 *
 * @param text folded: lower case, simplified, half width
 * @param start first character in the original
 * @param end character after it
 */
record Lexeme(String text, int start, int end) {

  /** All pieces of a folded text, in order. */
  static List<Lexeme> of(String folded) {
    List<Lexeme> lexemes = new ArrayList<>();
    for (int at = 0; at < folded.length(); ) {
      char character = folded.charAt(at);
      int end = at + 1;
      if (isLetter(character)) {
        end = lettersEnd(folded, at);
      } else if (isDigit(character)) {
        end = digitsEnd(folded, at);
      }
      if (!Character.isWhitespace(character)) {
        lexemes.add(new Lexeme(folded.substring(at, end), at, end));
      }
      at = end;
    }
    return lexemes;
  }

  boolean isNumeral() {
    return isDigit(text.charAt(0));
  }

  boolean isWord() {
    return isLetter(text.charAt(0));
  }

  static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 0xC0 && character < 0x250 && Character.isLetter(character));
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (isLetter(text.charAt(end))
            || (isApostrophe(text.charAt(end))
                && end + 1 < text.length()
                && isLetter(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  private static boolean isApostrophe(char character) {
    return character == '\'' || character == '’';
  }

  /** Commas belong to a number only where they part thousands. */
  private static int digitsEnd(String text, int from) {
    int end = runEnd(text, from);
    while (end < text.length() && text.charAt(end) == ',' && runEnd(text, end + 1) == end + 4) {
      end += 4;
    }
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      int fraction = runEnd(text, end + 1);
      // 192.168.1.1 and 23.5.2017 are no decimals.
      boolean more =
          fraction + 1 < text.length()
              && text.charAt(fraction) == '.'
              && isDigit(text.charAt(fraction + 1));
      return more ? end : fraction;
    }
    return end;
  }

  private static int runEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return "Lexeme[%d-%d]".formatted(start, end);
  }
}
