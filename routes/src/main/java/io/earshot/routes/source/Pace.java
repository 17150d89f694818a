package io.earshot.routes.source;

import io.earshot.config.Section;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How much a source may give at once, and when, so that twenty years of recordings do not stand in
 * the way of today's calls.
 *
 * @param atOnce conversations of it that may be on their way at a time ({@code at_once}); 0 for any
 *     number
 * @param perHour files of it taken within any 60 minutes ({@code per_hour}); 0 for any number. The
 *     count begins anew when the service starts
 * @param hours when it is read ({@code between}, such as {@code 22:00-06:00}); empty: always
 */
public record Pace(int atOnce, int perHour, Optional<Hours> hours) {
  private static final int MOST = 1_000_000;

  /** As fast as it goes. */
  public static final Pace FREE = new Pace(0, 0, Optional.empty());

  /** Hours of each day, over midnight when the end lies before the start. */
  public record Hours(LocalTime from, LocalTime until, ZoneId zone) {
    boolean include(Instant now) {
      LocalTime time = LocalTime.ofInstant(now, zone);
      boolean afterStart = !time.isBefore(from);
      boolean beforeEnd = time.isBefore(until);
      return from.isBefore(until) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }

    @Override
    public String toString() {
      return from + "-" + until;
    }
  }

  static Pace from(Section section, ZoneId zone) {
    return new Pace(
        section.integer("at_once", 0, 0, MOST),
        section.integer("per_hour", 0, 0, MOST),
        section.parsed("between", "hours such as 22:00-06:00", text -> hours(text, zone)));
  }

  private static Optional<Hours> hours(String text, ZoneId zone) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(ends[0].strip());
      LocalTime until = LocalTime.parse(ends[1].strip());
      return from.equals(until) ? Optional.empty() : Optional.of(new Hours(from, until, zone));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether this is one of its hours. */
  boolean isOpen(Instant now) {
    return hours.map(open -> open.include(now)).orElse(true);
  }
}
