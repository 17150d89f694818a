package io.earshot.conversation.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the moment after it
 */
public record Period(Instant from, Instant to) {
  /** Without bounds. */
  public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);

  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * The nearest period before this one that begins and ends at the same weekdays and hours, as
   * clocks in a zone show them, and does not overlap it: whole weeks earlier, at least one.
   */
  public Period sameWeekdaysBefore(ZoneId zone) {
    long weeks = 1;
    LocalDateTime end = LocalDateTime.ofInstant(to, zone);
    LocalDateTime start = LocalDateTime.ofInstant(from, zone);
    Duration length = Duration.between(start, end);
    if (length.compareTo(WEEK) > 0) {
      weeks = length.minusNanos(1).dividedBy(WEEK) + 1;
    }
    return new Period(weeksEarlier(from, weeks, zone), weeksEarlier(to, weeks, zone));
  }

  private static Instant weeksEarlier(Instant moment, long weeks, ZoneId zone) {
    return moment.atZone(zone).minusWeeks(weeks).toInstant();
  }
}
