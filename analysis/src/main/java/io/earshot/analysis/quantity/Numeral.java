package io.earshot.analysis.quantity;

import java.math.BigDecimal;

/**
 * A number read from words.
 *
 * @param digits as it would be typed: {@code 350}, {@code 23rd}, {@code 0071}, {@code 2-3}
 * @param form how it was put
 * @param next the lexeme after the last that belongs to it
 */
record Numeral(String digits, Form form, int next) {

  enum Form {
    COUNT,
    ORDINAL,
    /** Digit by digit. */
    SPELLED
  }

  static Numeral count(BigDecimal value, int next) {
    return new Numeral(plain(value), Form.COUNT, next);
  }

  static Numeral ordinal(long value, int next) {
    return new Numeral(value + suffix(value), Form.ORDINAL, next);
  }

  static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.toPlainString();
  }

  private static String suffix(long value) {
    if (value % 100 >= 11 && value % 100 <= 13) {
      return "th";
    }
    return switch ((int) (value % 10)) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
