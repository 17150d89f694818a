package io.earshot.ingest.chat.notation;

import static java.time.temporal.ChronoField.ERA;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** A pattern of a {@link DateTimeFormatter} that a user named, read strictly. Immutable. */
public final class TimeFormat {
  private final DateTimeFormatter formatter;

  private TimeFormat(DateTimeFormatter formatter) {
    this.formatter = formatter;
  }

  /**
   * The format of a pattern.
   *
   * @throws IllegalArgumentException when it is no pattern
   */
  public static TimeFormat of(String pattern) {
    return new TimeFormat(
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            // Strictly read, 'yyyy' is a year of an era; people mean ours.
            .parseDefaulting(ERA, 1)
            .toFormatter(Locale.ENGLISH)
            // Else the 30th of February would be read as the 28th.
            .withResolverStyle(ResolverStyle.STRICT));
  }

  /** The instant a text names, with zone and day put in where it has none; empty if it fits not. */
  public Optional<Instant> parse(String text, ZoneId zone, LocalDate assumedDay) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(
              text,
              ZonedDateTime::from,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from,
              LocalTime::from);
      return Optional.of(instant(parsed, zone, assumedDay));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor parsed, ZoneId zone, LocalDate assumedDay) {
    if (parsed instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    if (parsed instanceof LocalDate day) {
      return day.atStartOfDay(zone).toInstant();
    }
    if (parsed instanceof LocalTime time) {
      return time.atDate(assumedDay).atZone(zone).toInstant();
    }
    return Instant.from(parsed);
  }
}
