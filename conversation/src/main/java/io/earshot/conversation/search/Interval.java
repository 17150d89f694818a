package io.earshot.conversation.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The steps of a course over time. */
public enum Interval {
  HOUR,
  DAY,
  /** From Monday. */
  WEEK;

  /**
   * Cuts a period where hours, days or weeks begin in a zone. The first and last parts are as short
   * as the period makes them; a day on which clocks change has 23 or 25 hours.
   *
   * @param most parts at most; what would be more is left out at the end
   */
  public List<Period> parts(Period period, ZoneId zone, int most) {
    List<Period> parts = new ArrayList<>();
    ZonedDateTime begin = beginning(period.from().atZone(zone));
    Instant from = period.from();
    while (from.isBefore(period.to()) && parts.size() < most) {
      begin = next(begin);
      Instant end = begin.toInstant().isBefore(period.to()) ? begin.toInstant() : period.to();
      parts.add(new Period(from, end));
      from = end;
    }
    return parts;
  }

  private ZonedDateTime beginning(ZonedDateTime time) {
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day(time);
      case WEEK -> day(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    };
  }

  private ZonedDateTime next(ZonedDateTime begin) {
    return switch (this) {
      case HOUR -> begin.plusHours(1);
      case DAY -> day(begin.plusDays(1));
      case WEEK -> day(begin.plusWeeks(1));
    };
  }

  /** Where clocks go forward at midnight a day begins at one. */
  private static ZonedDateTime day(ZonedDateTime time) {
    return time.toLocalDate().atStartOfDay(time.getZone());
  }
}
