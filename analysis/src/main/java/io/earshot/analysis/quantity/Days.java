package io.earshot.analysis.quantity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the day that is meant by less than a whole date. Weeks begin on Monday (ISO 8601). */
final class Days {
  private Days() {}

  static Optional<LocalDate> of(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day without a year: the nearest, back or ahead. */
  static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
    return Stream.of(today.getYear() - 1, today.getYear(), today.getYear() + 1)
        .flatMap(year -> of(year, month, day).stream())
        .min((a, b) -> Long.compare(distance(a, today), distance(b, today)));
  }

  /** A day without a month: the nearest, back or ahead. */
  static Optional<LocalDate> nearest(int day, LocalDate today) {
    return Stream.of(today.minusMonths(1), today, today.plusMonths(1))
        .flatMap(month -> of(month.getYear(), month.getMonthValue(), day).stream())
        .min((a, b) -> Long.compare(distance(a, today), distance(b, today)));
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }

  /** A weekday of this week or of one some weeks off. */
  static LocalDate inWeek(DayOfWeek weekday, int weeks, LocalDate today) {
    return today.plusWeeks(weeks).with(weekday);
  }

  /** The next such weekday; today counts for the next week. */
  static LocalDate coming(DayOfWeek weekday, LocalDate today) {
    return today.with(TemporalAdjusters.next(weekday));
  }

  static LocalDate past(DayOfWeek weekday, LocalDate today) {
    return today.with(TemporalAdjusters.previous(weekday));
  }

  /** ISO 8601: {@code 2026-W48}. */
  static String week(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** ISO 8601: {@code 2026-11}. */
  static String month(int year, int month) {
    return "%04d-%02d".formatted(year, month);
  }

  /** A month without a year: the nearest. */
  static String month(int month, LocalDate today) {
    LocalDate middle = nearest(month, 15, today.withDayOfMonth(15)).orElse(today);
    return month(middle.getYear(), middle.getMonthValue());
  }

  static LocalDate monthEnd(LocalDate day) {
    return day.with(TemporalAdjusters.lastDayOfMonth());
  }

  /** Two digits mean this century. */
  static int year(String digits) {
    int year = Integer.parseInt(digits);
    return year < 100 ? 2000 + year : year;
  }
}
