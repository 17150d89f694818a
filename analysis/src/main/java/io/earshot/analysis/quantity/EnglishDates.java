package io.earshot.analysis.quantity;

import static io.earshot.analysis.quantity.SharedRules.number;

import io.earshot.analysis.quantity.Rule.Found;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** English dates and times of day. */
final class EnglishDates {
  private static final String MONTH =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|t|ober|ember|e|y)?+\\b\\.?";
  private static final String WEEKDAY = "(mon|tues|wednes|thurs|fri|satur|sun)day";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?+";
  private static final String YEAR = "(?:,?\\s(?:of\\s)?((?:19|20)\\d{2})(?!\\d))?";
  private static final String NO_UNIT =
      "(?![\\d:%]|\\s?(?:percent|dollars|bucks|minutes|hours|days|people|times)|[.,]\\d)";
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  static final List<Rule> RULES =
      List.of(
          Rule.of(
              "\\b((?:the )?" + DAY + " (?:of )?" + MONTH + YEAR + ")",
              (m, today) -> dayOfMonth(m.group(3), m.group(2), m.group(4), today)),
          Rule.of(
              "\\b(" + MONTH + " (?:the )?" + DAY + NO_UNIT + YEAR + ")",
              (m, today) -> dayOfMonth(m.group(2), m.group(3), m.group(4), today)),
          Rule.of(
              "\\b(" + MONTH + ",? (?:of )?((?:19|20)\\d{2}))(?!\\d)",
              (m, today) ->
                  Found.of(QuantityKind.DATE, Days.month(number(m.group(3)), month(m.group(2))))),
          Rule.of(
              "\\b(?:in|since|until|till|by|from|early|late|of|this|last|next) (" + MONTH + ")",
              (m, today) -> Found.of(QuantityKind.DATE, Days.month(month(m.group(2)), today))),
          Rule.of(
              "\\b(day after tomorrow|day before yesterday|today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|last night)\\b",
              (m, today) -> Found.date(relative(m.group(1), today))),
          Rule.of(
              "\\b((?:(next|this|last|past|coming|since|from) )?" + WEEKDAY + ")\\b",
              EnglishDates::weekday),
          Rule.of(
              "\\b((next|this|last|past|coming) (week|month|year|weekend))\\b",
              EnglishDates::period),
          Rule.of(
              "\\b((?:the )?end of (?:the |this )?(next )?(day|week|month|year))\\b",
              EnglishDates::end),
          Rule.of(
              "\\b(?:in|since|year|until|from|of) ((?:19|20)\\d{2})\\b(?!\\s?(?:dollars|bucks|points|miles|people|[,.]\\d))",
              (m, today) -> Found.of(QuantityKind.DATE, m.group(1))),
          Rule.of(
              "\\b(?:on|by|until|till|before|from|since|after) (the (\\d{1,2})(?:st|nd|rd|th))\\b(?! (?:time|floor|one|call|item|order|day|try|attempt))",
              (m, today) -> Found.date(Days.nearest(number(m.group(2)), today))));

  static final List<Rule> TIMES =
      List.of(
          Rule.of(
              "(?<![\\w.:])((\\d{1,2})(?:[: ](\\d{2}))?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?|a m|p m))(?!\\w)",
              (m, today) -> clock(m.group(2), m.group(3), m.group(4))),
          Rule.of(
              "(?<![\\w.:])((\\d{1,2})(?::(\\d{2}))? (?:o'?clock |o clock )?(?:in the (morning|afternoon|evening)|at (night)))\\b",
              (m, today) ->
                  clock(m.group(2), m.group(3), m.group(4) == null ? m.group(5) : m.group(4))),
          Rule.of(
              "(?<![\\w.:])((\\d{1,2}):(\\d{2}))(?![\\w:])",
              (m, today) -> SharedRules.clock(number(m.group(2)), number(m.group(3)))),
          Rule.of(
              "(?<![\\w.:])((\\d{1,2}) (?:o'?\\s?clock))\\b",
              (m, today) -> SharedRules.clock(number(m.group(2)), 0)),
          Rule.of(
              "\\b((half|quarter|\\d{1,2}) (past|to|after|till) (\\d{1,2}))(?![\\w:%.])",
              EnglishDates::past),
          Rule.of(
              "\\b(noon|midday|midnight)\\b",
              (m, today) -> SharedRules.clock(m.group(1).equals("midnight") ? 0 : 12, 0)));

  private EnglishDates() {}

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  private static Optional<Found> dayOfMonth(
      String month, String day, String year, LocalDate today) {
    return Found.date(
        year == null
            ? Days.nearest(month(month), number(day), today)
            : Days.of(number(year), month(month), number(day)));
  }

  private static LocalDate relative(String words, LocalDate today) {
    return switch (words) {
      case "day after tomorrow" -> today.plusDays(2);
      case "day before yesterday" -> today.minusDays(2);
      case "tomorrow" -> today.plusDays(1);
      case "yesterday", "last night" -> today.minusDays(1);
      default -> today;
    };
  }

  private static Optional<Found> weekday(Matcher match, LocalDate today) {
    DayOfWeek day = DayOfWeek.valueOf(match.group(3).toUpperCase(Locale.ROOT) + "DAY");
    String which = match.group(2) == null ? "" : match.group(2);
    return Found.date(
        switch (which) {
          case "next" -> Days.inWeek(day, 1, today);
          case "this" -> Days.inWeek(day, 0, today);
          case "last", "past", "since", "from" -> Days.past(day, today);
          default -> Days.coming(day, today);
        });
  }

  private static Optional<Found> period(Matcher match, LocalDate today) {
    int steps =
        switch (match.group(2)) {
          case "next", "coming" -> 1;
          case "last", "past" -> -1;
          default -> 0;
        };
    return switch (match.group(3)) {
      case "week" -> Found.of(QuantityKind.DATE, Days.week(today.plusWeeks(steps)));
      case "month" -> {
        LocalDate day = today.plusMonths(steps);
        yield Found.of(QuantityKind.DATE, Days.month(day.getYear(), day.getMonthValue()));
      }
      case "year" -> Found.of(QuantityKind.DATE, String.valueOf(today.getYear() + steps));
      default -> Found.date(Days.inWeek(DayOfWeek.SATURDAY, steps, today));
    };
  }

  private static Optional<Found> end(Matcher match, LocalDate today) {
    int steps = match.group(2) == null ? 0 : 1;
    return Found.date(
        switch (match.group(3)) {
          case "day" -> today.plusDays(steps);
          case "week" -> Days.inWeek(DayOfWeek.SUNDAY, steps, today);
          case "month" -> Days.monthEnd(today.plusMonths(steps));
          default -> LocalDate.of(today.getYear() + steps, 12, 31);
        });
  }

  private static Optional<Found> clock(String hours, String minutes, String half) {
    int hour = number(hours);
    int minute = minutes == null ? 0 : number(minutes);
    if (hour > 12) {
      return SharedRules.clock(hour, minute);
    }
    boolean late =
        half.startsWith("p")
            || half.startsWith("afternoon")
            || half.equals("evening")
            || half.equals("night");
    return SharedRules.clock(hour % 12 + (late ? 12 : 0), minute);
  }

  /** "half past three", "ten to five". */
  private static Optional<Found> past(Matcher match, LocalDate today) {
    String part = match.group(2);
    boolean named = part.equals("half") || part.equals("quarter");
    boolean before = match.group(3).equals("to") || match.group(3).equals("till");
    int minutes = part.equals("half") ? 30 : part.equals("quarter") ? 15 : number(part);
    int hour = number(match.group(4));
    // "5 to 7 days" is a range, "go from 3 to 5" too.
    boolean round = minutes % 5 == 0 && minutes >= 10;
    if (hour < 1 || hour > 12 || (!named && (before || !round))) {
      return Optional.empty();
    }
    return before
        ? SharedRules.clock((hour + 23) % 24, 60 - minutes)
        : SharedRules.clock(hour, minutes);
  }
}
