package io.earshot.analysis.quantity;

import static io.earshot.analysis.quantity.Rule.NUMBER;
import static io.earshot.analysis.quantity.SharedRules.plain;
import static io.earshot.analysis.quantity.SharedRules.range;

import io.earshot.analysis.quantity.Lengths.Unit;
import io.earshot.analysis.quantity.Rule.Found;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** English durations, money, percentages, ordinals and counted things. */
final class EnglishAmounts {
  private static final String SPAN = "(" + NUMBER + ")(?:\\s?(?:-|–|~|to|or)\\s?(" + NUMBER + "))?";
  private static final String UNIT =
      "(second|sec|minute|min|hour|hr|day|week|wk|month|year|yr|fortnight)s?";
  private static final String CURRENCY =
      "(us dollar|u s dollar|canadian dollar|australian dollar|dollar|buck|usd|euro|eur|pound|quid|gbp|rupee|inr|yen|jpy|yuan|rmb|cny|aud|cad)s?";
  private static final String THINGS =
      "(gigabytes?|gigs?|gb|megabytes?|mb|mbps|tb|kg|kilos?|grams?|lbs?|ounces?|oz|miles?|kilometers?|km|meters?|cm|mm|inch(?:es)?|feet|foot|ft|lit(?:er|re)s?|gallons?|items?|pieces?|units?|pairs?|boxes|packs?|packages|bottles?|copies|tickets?|people|users?|seats?|nights?|rooms?|times|calls?|emails?|orders?|points?)";
  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("canadian dollar", "CAD"),
          Map.entry("cad", "CAD"),
          Map.entry("australian dollar", "AUD"),
          Map.entry("aud", "AUD"),
          Map.entry("euro", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("pound", "GBP"),
          Map.entry("quid", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("rupee", "INR"),
          Map.entry("inr", "INR"),
          Map.entry("yen", "JPY"),
          Map.entry("jpy", "JPY"),
          Map.entry("yuan", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("cny", "CNY"));

  static final List<Rule> DURATIONS =
      List.of(
          Rule.of(
              "(?<![\\w.])(" + SPAN + "[\\s-]?" + UNIT + ") (?:ago|back)\\b",
              (m, today) -> ago(m.group(2), m.group(4), today)),
          Rule.of(
              "\\b((?:a|an) " + UNIT + ") (?:ago|back)\\b",
              (m, today) -> ago("1", m.group(2), today)),
          Rule.of(
              "(?<![\\w.])("
                  + SPAN
                  + "[\\s-]?(business |working |calendar )?"
                  + UNIT
                  + "( and a half)?)\\b",
              EnglishAmounts::length),
          Rule.of(
              "\\b((?:a )?half (?:an |a )?(hour|day|month|year))\\b",
              (m, today) -> half(m.group(2))),
          Rule.of(
              "\\b((?:an|a) " + UNIT + " and a half)\\b",
              (m, today) -> found(new BigDecimal("1.5"), m.group(2))),
          Rule.of(
              "\\b(a couple (?:of )?(business |working )?" + UNIT + ")\\b",
              (m, today) ->
                  Found.of(
                      QuantityKind.DURATION,
                      Lengths.iso("2", null, unit(m.group(3))),
                      business(m.group(2)))),
          Rule.of(
              "\\b(?:in|within|for|about|takes?|took|under|over|than|after|another|every|nearly|almost) ((?:an|a) "
                  + UNIT
                  + ")\\b",
              (m, today) -> found(BigDecimal.ONE, m.group(2))));

  static final List<Rule> MONEY =
      List.of(
          Rule.of(
              "(?<![\\w.])(" + SPAN + " ?" + CURRENCY + "(?:(?: and)? (\\d{1,2}) cents?)?)\\b",
              EnglishAmounts::money),
          Rule.of(
              "(?<![\\w.])((" + NUMBER + ") ?(cents?|pence))\\b",
              (m, today) -> {
                String value = Numeral.plain(Lengths.number(m.group(2)).movePointLeft(2));
                return Found.of(
                    QuantityKind.AMOUNT, value, m.group(3).startsWith("c") ? "USD" : "GBP");
              }),
          Rule.of(
              "(?<![\\w.])((" + NUMBER + ") ?(?:percent|per cent|pct))\\b",
              (m, today) -> Found.of(QuantityKind.PERCENT, plain(m.group(2)))));

  static final List<Rule> THINGS_COUNTED =
      List.of(
          Rule.of(
              "(?<![\\w.])(?<!at )((\\d{1,4})(?:st|nd|rd|th))\\b(?! of all| thing\\b)",
              (m, today) -> Found.of(QuantityKind.ORDINAL, m.group(2))),
          Rule.of(
              "(?<![\\w.])(" + SPAN + " ?" + THINGS + ")\\b",
              (m, today) ->
                  Found.of(QuantityKind.QUANTITY, range(m.group(2), m.group(3)), m.group(4))));

  private EnglishAmounts() {}

  private static Unit unit(String word) {
    return switch (word.substring(0, 2)) {
      case "se" -> Unit.SECOND;
      case "mi" -> Unit.MINUTE;
      case "ho", "hr" -> Unit.HOUR;
      case "da" -> Unit.DAY;
      case "we", "wk", "fo" -> Unit.WEEK;
      case "mo" -> Unit.MONTH;
      default -> Unit.YEAR;
    };
  }

  private static String business(String which) {
    return which == null || which.startsWith("calendar") ? "" : "business_day";
  }

  private static String count(String digits, String unit) {
    return unit.equals("fortnight")
        ? Numeral.plain(Lengths.number(digits).multiply(BigDecimal.valueOf(2)))
        : digits;
  }

  private static Optional<Found> ago(String count, String unit, LocalDate today) {
    return Lengths.shifted(today, count(count, unit), unit(unit), -1)
        .map(day -> new Found(QuantityKind.DATE, day.toString(), ""));
  }

  private static Optional<Found> length(Matcher match, LocalDate today) {
    String word = match.group(5);
    String low = count(match.group(2), word);
    String high = match.group(3) == null ? null : count(match.group(3), word);
    if (match.group(6) != null) {
      return found(Lengths.half(Lengths.number(low)), word);
    }
    return Found.of(
        QuantityKind.DURATION, Lengths.iso(low, high, unit(word)), business(match.group(4)));
  }

  private static Optional<Found> half(String word) {
    return found(new BigDecimal("0.5"), word);
  }

  private static Optional<Found> found(BigDecimal count, String word) {
    BigDecimal units = word.equals("fortnight") ? count.multiply(BigDecimal.valueOf(2)) : count;
    return Found.of(QuantityKind.DURATION, Lengths.iso(units, unit(word)));
  }

  private static Optional<Found> money(Matcher match, LocalDate today) {
    String currency = CURRENCIES.getOrDefault(match.group(4), "USD");
    if (match.group(5) != null) {
      BigDecimal cents = new BigDecimal(match.group(5)).movePointLeft(2);
      String sum = Numeral.plain(Lengths.number(match.group(2)).add(cents));
      return Found.of(QuantityKind.AMOUNT, sum, currency);
    }
    return Found.of(QuantityKind.AMOUNT, range(match.group(2), match.group(3)), currency);
  }
}
