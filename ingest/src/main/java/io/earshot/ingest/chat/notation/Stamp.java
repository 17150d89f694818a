package io.earshot.ingest.chat.notation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as people and exports write it; date and offset may be missing.
 *
 * <p>Understood are ISO forms, {@code 2026-01-02 10:11:12}, {@code 2026/1/2 10:11}, {@code
 * 2026年1月2日 上午10:11}, {@code 2.1.2026 10:11}, {@code 10:03:12} and {@code 10:03 PM}. Not {@code
 * 1/2/2026}: nobody knows which is the month.
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record Stamp(Optional<LocalDate> date, LocalTime time, Optional<ZoneOffset> offset) {
  private static final String DATE =
      "(?:(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}))";
  private static final String TIME =
      "(?:(上午|下午|晚上|中午|早上|清晨|凌晨|傍晚|午前|午後|오전|오후)\\s?)?(\\d{1,2})[:：时](\\d{2})(?:[:：分](\\d{2})(?:[.,](\\d{1,9}))?秒?)?"
          + "(?:[\\s\\u00a0\\u202f]?([AaPp]\\.?\\s?[Mm])\\.?)?(?:\\s?(Z|[+-]\\d{2}:?\\d{2}))?";

  /** The whole stamp, for use inside larger patterns; has 13 groups. */
  public static final String PATTERN = "(?:" + DATE + "[T ,，]{0,3})?" + TIME;

  private static final Pattern STAMP = Pattern.compile(PATTERN);
  private static final Pattern DAY = Pattern.compile(DATE);

  public static Optional<Stamp> parse(String text) {
    Matcher matcher = STAMP.matcher(text.strip());
    if (!matcher.matches()) {
      return parseDay(text.strip());
    }
    try {
      Optional<LocalDate> date =
          text(matcher, 1).isEmpty() && text(matcher, 4).isEmpty()
              ? Optional.empty()
              : Optional.of(day(matcher));
      return Optional.of(new Stamp(date, time(matcher), offset(matcher.group(13))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Stamp> parseDay(String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Stamp(Optional.of(day(matcher)), LocalTime.MIDNIGHT, Optional.empty()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate day(Matcher matcher) {
    return text(matcher, 1).isEmpty()
        ? LocalDate.of(number(matcher, 6), number(matcher, 5), number(matcher, 4))
        : LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
  }

  private static LocalTime time(Matcher matcher) {
    String half = text(matcher, 7).isEmpty() ? text(matcher, 12) : text(matcher, 7);
    int hour = DayHalf.hour(number(matcher, 8), half);
    int nanos = matcher.group(11) == null ? 0 : nanos(matcher.group(11));
    return LocalTime.of(hour, number(matcher, 9), number(matcher, 10), nanos);
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static Optional<ZoneOffset> offset(String text) {
    return Optional.ofNullable(text).map(ZoneOffset::of);
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  private static String text(Matcher matcher, int group) {
    return Optional.ofNullable(matcher.group(group)).orElse("");
  }

  /** The instant, with day and zone put in where they are missing. */
  public Instant at(LocalDate assumedDay, ZoneId assumedZone) {
    return date.orElse(assumedDay)
        .atTime(time)
        .atZone(offset.map(ZoneId.class::cast).orElse(assumedZone))
        .toInstant();
  }
}
