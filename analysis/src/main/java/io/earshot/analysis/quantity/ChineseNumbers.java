package io.earshot.analysis.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chinese numbers: 一万二千零五十, 三百五 (350), 两点五, 1.2万, 二零一七 and 幺三八 digit by digit, 两三 as a range. */
final class ChineseNumbers implements NumberWords {
  private static final int LONGEST = 40;
  private static final Map<String, Integer> DIGITS =
      Map.ofEntries(
          Map.entry("零", 0),
          Map.entry("〇", 0),
          Map.entry("一", 1),
          Map.entry("二", 2),
          Map.entry("两", 2),
          Map.entry("三", 3),
          Map.entry("四", 4),
          Map.entry("五", 5),
          Map.entry("六", 6),
          Map.entry("七", 7),
          Map.entry("八", 8),
          Map.entry("九", 9),
          Map.entry("幺", 1));
  private static final Map<String, Long> UNITS =
      Map.of("十", 10L, "百", 100L, "千", 1_000L, "万", 10_000L, "亿", 100_000_000L, "w", 10_000L);

  @Override
  public Optional<Numeral> at(List<Lexeme> lexemes, int from) {
    String first = lexemes.get(from).text();
    if (lexemes.get(from).isNumeral()) {
      return multiplied(lexemes, from);
    }
    boolean ten = first.equals("十") && !text(lexemes, from - 1).equals("几");
    if (!DIGITS.containsKey(first) && !ten) {
      return Optional.empty();
    }
    Optional<Numeral> spelled = spelled(lexemes, from);
    return spelled.isPresent() ? spelled : counted(lexemes, from);
  }

  /** Typed digits with a written unit: 3万, 1.5亿, 2w. */
  private static Optional<Numeral> multiplied(List<Lexeme> lexemes, int from) {
    int next = from + 1;
    Long unit = UNITS.get(text(lexemes, next));
    if (unit == null || unit == 10) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(lexemes.get(from).text().replace(",", ""));
    value = value.multiply(BigDecimal.valueOf(unit));
    next++;
    if (text(lexemes, next).equals("亿") && unit == 10_000) {
      value = value.multiply(BigDecimal.valueOf(UNITS.get("亿")));
      next++;
    }
    // 1万2 is 12,000.
    String tail = text(lexemes, next);
    if (tail.length() == 1
        && Lexeme.isDigit(tail.charAt(0))
        && unit > 10
        && adjoins(lexemes, next)) {
      value = value.add(BigDecimal.valueOf(unit / 10 * (tail.charAt(0) - '0')));
      next++;
    }
    return Optional.of(Numeral.count(value, next));
  }

  private static boolean adjoins(List<Lexeme> lexemes, int at) {
    return lexemes.get(at).start() == lexemes.get(at - 1).end();
  }

  /** Digit after digit; two that follow each other are a guess: 两三天. */
  private static Optional<Numeral> spelled(List<Lexeme> lexemes, int from) {
    StringBuilder digits = new StringBuilder();
    int next = from;
    while (DIGITS.containsKey(text(lexemes, next)) && next - from < LONGEST) {
      digits.append(DIGITS.get(text(lexemes, next++)));
    }
    boolean goesOn = UNITS.containsKey(text(lexemes, next));
    if (digits.length() == 2
        && digits.charAt(1) == digits.charAt(0) + 1
        && digits.charAt(0) > '0') {
      return Optional.of(guess(lexemes, digits, next));
    }
    if (digits.length() < 2 || goesOn) {
      return Optional.empty();
    }
    if (text(lexemes, next).equals("点") && DIGITS.containsKey(text(lexemes, next + 1))) {
      return Optional.empty();
    }
    return Optional.of(new Numeral(digits.toString(), Numeral.Form.SPELLED, next));
  }

  private static Numeral guess(List<Lexeme> lexemes, StringBuilder digits, int next) {
    Long unit = UNITS.get(text(lexemes, next));
    long scale = unit == null ? 1 : unit;
    String range = (digits.charAt(0) - '0') * scale + "-" + (digits.charAt(1) - '0') * scale;
    return new Numeral(range, Numeral.Form.COUNT, unit == null ? next : next + 1);
  }

  private static Optional<Numeral> counted(List<Lexeme> lexemes, int from) {
    Sum sum = new Sum();
    int next = from;
    while (next < lexemes.size() && next - from < LONGEST && sum.take(lexemes.get(next).text())) {
      next++;
    }
    // 一百零: the zero said more than was said after it.
    BigDecimal value = BigDecimal.valueOf(sum.value());
    if (text(lexemes, next).equals("点")
        && DIGITS.containsKey(text(lexemes, next + 1))
        && !clock(lexemes, next)) {
      StringBuilder fraction = new StringBuilder();
      next++;
      while (DIGITS.containsKey(text(lexemes, next)) && fraction.length() < 12) {
        fraction.append(DIGITS.get(text(lexemes, next++)));
      }
      value = new BigDecimal(sum.value() + "." + fraction);
      Long unit = UNITS.get(text(lexemes, next));
      if (unit != null && unit >= 10_000) {
        value = value.multiply(BigDecimal.valueOf(unit));
        next++;
      }
    }
    return Optional.of(Numeral.count(value, next));
  }

  /** 三点二十 is a time, 三点二 a number: minutes have a ten or a quarter in them. */
  private static boolean clock(List<Lexeme> lexemes, int point) {
    String after = text(lexemes, point + 2);
    String first = text(lexemes, point + 1);
    return after.equals("十") || after.equals("刻") || after.equals("分") || first.equals("零");
  }

  private static String text(List<Lexeme> lexemes, int at) {
    return at >= 0 && at < lexemes.size() ? lexemes.get(at).text() : "";
  }

  /** Adds up characters; says where the number ends. */
  private static final class Sum {
    private static final long HIGHEST_COUNTED = 100_000_000L;

    private long total;
    private long section;
    private long digit = -1;
    private long lastUnit;
    private boolean zero;

    boolean take(String character) {
      Integer value = DIGITS.get(character);
      if (value != null) {
        return takeDigit(value);
      }
      Long unit = character.equals("w") ? null : UNITS.get(character);
      if (unit == null || (unit > 10 && lastUnit == 0 && digit < 0)) {
        return false;
      }
      return takeUnit(unit);
    }

    private boolean takeDigit(int value) {
      if (value == 0) {
        boolean allowed = digit < 0 && !zero;
        zero = true;
        digit = lastUnit == 0 && allowed ? 0 : digit;
        return allowed;
      }
      if (digit >= 0) {
        return false;
      }
      digit = value;
      return true;
    }

    private boolean takeUnit(long unit) {
      if (unit >= 10_000) {
        return closeSection(unit);
      }
      if (digit == 0 || (digit < 0 && unit > 10)) {
        return false;
      }
      section += (digit < 0 ? 1 : digit) * unit;
      opened(unit);
      return true;
    }

    /** 万 counts what stands since the last of them, 亿 all before it. */
    private boolean closeSection(long unit) {
      section += Math.max(0, digit);
      long counted = unit == 10_000 ? section : total + section;
      if (counted == 0 || counted > HIGHEST_COUNTED) {
        section -= Math.max(0, digit);
        return false;
      }
      total = unit == 10_000 ? total + section * unit : counted * unit;
      section = 0;
      opened(unit);
      return true;
    }

    private void opened(long unit) {
      digit = -1;
      zero = false;
      lastUnit = unit;
    }

    /** A last digit without a unit counts a tenth of the one before: 三百五 is 350. */
    long value() {
      long last = Math.max(0, digit);
      boolean curt = lastUnit >= 100 && !zero;
      return total + section + (curt ? last * lastUnit / 10 : last);
    }
  }
}
