package io.earshot.analysis.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Lengths of time in ISO 8601. */
final class Lengths {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Lengths() {}

  /** The units a length can have. */
  enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /** One length, or a range of two where {@code high} is not empty. */
  static String iso(String low, String high, Unit unit) {
    String first = iso(number(low), unit);
    return high == null || high.isEmpty() ? first : first + "/" + iso(number(high), unit);
  }

  static String iso(BigDecimal count, Unit unit) {
    boolean whole = count.stripTrailingZeros().scale() <= 0;
    String plain = Numeral.plain(count);
    return switch (unit) {
      case SECOND -> "PT" + plain + "S";
      case MINUTE -> whole ? "PT" + plain + "M" : iso(sixty(count), Unit.SECOND);
      case HOUR -> whole ? "PT" + plain + "H" : parts("PT", count, "H", 60, "M", "");
      case DAY ->
          whole ? "P" + plain + "D" : iso(count.multiply(BigDecimal.valueOf(24)), Unit.HOUR);
      case WEEK -> whole ? "P" + plain + "W" : iso(count.multiply(BigDecimal.valueOf(7)), Unit.DAY);
      case MONTH -> whole ? "P" + plain + "M" : parts("P", count, "M", 30, "D", "");
      case YEAR -> whole ? "P" + plain + "Y" : parts("P", count, "Y", 12, "M", "");
    };
  }

  private static BigDecimal sixty(BigDecimal count) {
    return count.multiply(BigDecimal.valueOf(60));
  }

  private static String parts(
      String mark, BigDecimal count, String unit, int share, String smaller, String end) {
    long whole = count.longValue();
    long rest = Math.round(count.subtract(BigDecimal.valueOf(whole)).doubleValue() * share);
    String first = whole == 0 ? "" : whole + unit;
    String second = rest == 0 ? "" : rest + smaller;
    return first.isEmpty() && second.isEmpty() ? mark + "0" + unit : mark + first + second + end;
  }

  static BigDecimal number(String digits) {
    return new BigDecimal(digits.replace(",", ""));
  }

  static BigDecimal half(BigDecimal count) {
    return count.add(BigDecimal.ONE.divide(TWO));
  }

  /** The day so much before (negative) or after; empty for parts of a day and out of all reason. */
  static Optional<LocalDate> shifted(LocalDate day, String count, Unit unit, int sign) {
    BigDecimal number = number(count);
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole || number.compareTo(BigDecimal.valueOf(5000)) > 0) {
      return Optional.empty();
    }
    long steps = sign * number.longValueExact();
    return switch (unit) {
      case SECOND, MINUTE, HOUR -> Optional.empty();
      case DAY -> Optional.of(day.plusDays(steps));
      case WEEK -> Optional.of(day.plusWeeks(steps));
      case MONTH -> Optional.of(day.plusMonths(steps));
      case YEAR -> Optional.of(day.plusYears(steps));
    };
  }
}
