package io.earshot.analysis.quantity;

import static io.earshot.analysis.quantity.Rule.NUMBER;

import io.earshot.analysis.quantity.Rule.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written alike in every language: signs, numeric dates, clock times, bare numbers. */
final class SharedRules {
  private static final Map<String, String> SIGNS =
      Map.of(
          "$", "USD", "us$", "USD", "au$", "AUD", "ca$", "CAD", "hk$", "HKD", "€", "EUR", "£",
          "GBP", "¥", "CNY", "₹", "INR");

  /** Numeric dates. {@code dayFirst} decides 3/4: day and month are put differently. */
  static List<Rule> dates() {
    return List.of(
        Rule.of(
            "(?<![\\d.])(((?:19|20)\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2}))(?![\\d-])",
            (m, today) ->
                Found.date(Days.of(number(m.group(2)), number(m.group(3)), number(m.group(4))))),
        Rule.of(
            "(?<![\\d/])((\\d{1,2})/(\\d{1,2})/((?:20)?\\d{2}))(?![\\d/])",
            (m, today) -> {
              int year = Days.year(m.group(4));
              int first = number(m.group(2));
              int second = number(m.group(3));
              // Month first, as in American writing, unless that can't be.
              return Found.date(
                  first > 12 ? Days.of(year, second, first) : Days.of(year, first, second));
            }));
  }

  static List<Rule> amounts() {
    return List.of(
        Rule.of(
            "((us|au|ca|hk)?([$€£¥₹])\\s?("
                + NUMBER
                + ")(?:\\s?[-~]\\s?[$€£¥₹]?("
                + NUMBER
                + "))?)(?![\\d])",
            (m, today) -> {
              String sign = (m.group(2) == null ? "" : m.group(2)) + m.group(3);
              String unit = SIGNS.getOrDefault(sign, SIGNS.get(m.group(3)));
              return Found.of(QuantityKind.AMOUNT, range(m.group(4), m.group(5)), unit);
            }),
        Rule.of(
            "(?<![\\w.])((" + NUMBER + ")\\s?%)",
            (m, today) -> Found.of(QuantityKind.PERCENT, plain(m.group(2)))));
  }

  static List<Rule> numbers() {
    return List.of(
        Rule.of(
            "(?<![\\w.])(\\d{8,40}+)(?![\\w.])",
            (m, today) -> Found.of(QuantityKind.DIGITS, m.group(1))),
        Rule.of(
            "(?<![\\w.,:/-])(" + NUMBER + ")(?![\\w:/]|[.,-]\\d)",
            (m, today) -> Found.of(QuantityKind.NUMBER, plain(m.group(1)))));
  }

  private SharedRules() {}

  static Optional<Found> clock(int hour, int minute) {
    return hour > 24 || minute > 59
        ? Optional.empty()
        : Found.of(QuantityKind.TIME, "%02d:%02d".formatted(hour % 24, minute));
  }

  static int number(String digits) {
    return Integer.parseInt(digits);
  }

  static String plain(String digits) {
    return Numeral.plain(Lengths.number(digits));
  }

  static String range(String low, String high) {
    return high == null ? plain(low) : plain(low) + "/" + plain(high);
  }
}
