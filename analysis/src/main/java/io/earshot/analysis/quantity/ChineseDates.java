package io.earshot.analysis.quantity;

import static io.earshot.analysis.quantity.SharedRules.number;

import io.earshot.analysis.quantity.Rule.Found;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Chinese dates and times of day. */
final class ChineseDates {
  private static final Map<String, Integer> NEAR =
      Map.ofEntries(
          Map.entry("大前", -3),
          Map.entry("前", -2),
          Map.entry("昨", -1),
          Map.entry("今", 0),
          Map.entry("明", 1),
          Map.entry("后", 2),
          Map.entry("大后", 3));
  private static final Map<String, Integer> YEARS =
      Map.of("前", -2, "去", -1, "今", 0, "明", 1, "后", 2);

  static final List<Rule> RULES =
      List.of(
          Rule.of(
              "(?<!\\d)(((?:19|20)\\d{2})年(?:(\\d{1,2})月(?:份|(\\d{1,2})[日号]?)?)?)(?!\\d)",
              (m, today) -> written(number(m.group(2)), m.group(3), m.group(4))),
          Rule.of(
              "(?<!\\d)((\\d{2})年(\\d{1,2})月(?:份|(\\d{1,2})[日号]?)?)(?!\\d)",
              (m, today) -> written(Days.year(m.group(2)), m.group(3), m.group(4))),
          Rule.of(
              "((前|去|今|明|后)年(?:(\\d{1,2})月(?:份|(\\d{1,2})[日号])?)?)(?!\\d)",
              (m, today) ->
                  written(today.getYear() + YEARS.get(m.group(2)), m.group(3), m.group(4))),
          Rule.of("((上|下|这|本)个?月(?:(\\d{1,2})[日号]|(底|末|初))?)(?!份|\\d)", ChineseDates::month),
          Rule.of(
              "(?<![\\d.])((\\d{1,2})月(?:份|(\\d{1,2})[日号]?(?!\\d|[.:]\\d))?)",
              ChineseDates::monthOfYear),
          Rule.of(
              "(?<!每个?)(?<!\\d)((?:个)?(月|年)(底|末|初))",
              (m, today) ->
                  m.group(2).equals("月") ? edge(today, m.group(3)) : yearEdge(today, m.group(3))),
          Rule.of(
              "((大前|大后|今|明|昨|前|后)(?:天|日|(?:晚上?|早上?)(?!的?\\d{1,2}[点:时])|(?=(?:晚|早)上?的?\\d{1,2}[点:时])|儿个?)(?!气|然))",
              ChineseDates::near),
          Rule.of(
              "(?<![\\d每两几])((?:(上上|下下|上|下|这|本)(?:个|一)?)?(?:周|星期|礼拜)([1-6](?![\\d个天次])|[日天末]))",
              ChineseDates::weekday),
          Rule.of(
              "((上|下|这|本)1?个?(?:周|星期|礼拜))(?![1-6日天末年])",
              (m, today) ->
                  Found.of(QuantityKind.DATE, Days.week(today.plusWeeks(step(m.group(2)))))),
          Rule.of(
              "(双(11|12))(?!\\d)",
              (m, today) ->
                  Found.date(Days.nearest(number(m.group(2)), number(m.group(2)), today))),
          Rule.of(
              "(?<![\\d.:/线第])((\\d{1,2})[号日])(?![线楼店机码键房门院厅仓子钟])",
              (m, today) -> Found.date(Days.nearest(number(m.group(2)), today))));

  static final List<Rule> TIMES =
      List.of(
          Rule.of(
              "((?:(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚)的?)?(?<![\\d.:第])(\\d{1,2})(?:点|时(?![间候长装]))(钟)?(?:(半)|([1-3])刻|(\\d{1,2})分?)?)",
              ChineseDates::clock),
          Rule.of(
              "((?:(凌晨|早上|上午|中午|下午|傍晚|晚上|早|晚)\\s?)?(?<![\\d.:])(\\d{1,2}):(\\d{2})(?::\\d{2})?)(?![\\d:])",
              (m, today) ->
                  SharedRules.clock(hour(number(m.group(3)), m.group(2)), number(m.group(4)))));

  private ChineseDates() {}

  private static Optional<Found> written(int year, String month, String day) {
    if (month == null) {
      return Found.of(QuantityKind.DATE, String.valueOf(year));
    }
    int number = number(month);
    if (number < 1 || number > 12) {
      return Optional.empty();
    }
    return day == null
        ? Found.of(QuantityKind.DATE, Days.month(year, number))
        : Found.date(Days.of(year, number, number(day)));
  }

  private static Optional<Found> monthOfYear(Matcher match, LocalDate today) {
    int month = number(match.group(2));
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    return match.group(3) == null
        ? Found.of(QuantityKind.DATE, Days.month(month, today))
        : Found.date(Days.nearest(month, number(match.group(3)), today));
  }

  private static Optional<Found> month(Matcher match, LocalDate today) {
    LocalDate month = today.withDayOfMonth(1).plusMonths(step(match.group(2)));
    if (match.group(3) != null) {
      return Found.date(Days.of(month.getYear(), month.getMonthValue(), number(match.group(3))));
    }
    return match.group(4) == null
        ? Found.of(QuantityKind.DATE, Days.month(month.getYear(), month.getMonthValue()))
        : edge(month, match.group(4));
  }

  private static Optional<Found> edge(LocalDate month, String which) {
    return Found.date(which.equals("初") ? month.withDayOfMonth(1) : Days.monthEnd(month));
  }

  private static Optional<Found> yearEdge(LocalDate day, String which) {
    return Found.date(
        which.equals("初")
            ? LocalDate.of(day.getYear(), 1, 1)
            : LocalDate.of(day.getYear(), 12, 31));
  }

  private static Optional<Found> near(Matcher match, LocalDate today) {
    boolean otherWord = match.group(1).equals("后儿") || match.group(1).equals("前日");
    Integer days = NEAR.get(match.group(2));
    return otherWord ? Optional.empty() : Found.date(today.plusDays(days));
  }

  private static Optional<Found> weekday(Matcher match, LocalDate today) {
    String which = match.group(2);
    String name = match.group(3);
    DayOfWeek day =
        switch (name) {
          case "日", "天" -> DayOfWeek.SUNDAY;
          case "末" -> DayOfWeek.SATURDAY;
          default -> DayOfWeek.of(number(name));
        };
    if (which != null) {
      return Found.date(Days.inWeek(day, step(which), today));
    }
    LocalDate thisWeek = Days.inWeek(day, 0, today);
    return Found.date(thisWeek.isBefore(today) ? thisWeek.plusWeeks(1) : thisWeek);
  }

  private static int step(String which) {
    return switch (which) {
      case "上上" -> -2;
      case "上" -> -1;
      case "下" -> 1;
      case "下下" -> 2;
      default -> 0;
    };
  }

  private static Optional<Found> clock(Matcher match, LocalDate today) {
    int hour = number(match.group(3));
    String half = match.group(2);
    boolean minutes = match.group(5) != null || match.group(6) != null || match.group(7) != null;
    boolean named = half != null || minutes || match.group(4) != null;
    boolean comparison = hour == 1 && !minutes && half != null && half.length() == 1;
    // 早一点 is "earlier". 一点 is mostly "a little", 三点 may be three points; working hours are hours.
    if (hour > 24 || comparison || (!named && hour < 5)) {
      return Optional.empty();
    }
    int minute =
        match.group(5) != null
            ? 30
            : match.group(6) != null
                ? 15 * number(match.group(6))
                : match.group(7) != null ? number(match.group(7)) : 0;
    return SharedRules.clock(hour(hour, half), minute);
  }

  private static int hour(int hour, String half) {
    if (half == null || hour >= 12) {
      return hour;
    }
    boolean noon = half.equals("中午") && hour < 4;
    boolean late =
        half.startsWith("下")
            || half.startsWith("傍")
            || half.startsWith("晚")
            || half.startsWith("夜");
    return noon || (late && !(half.startsWith("夜") && hour < 6)) ? hour + 12 : hour;
  }
}
