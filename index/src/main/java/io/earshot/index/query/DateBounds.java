package io.earshot.index.query;

import io.earshot.conversation.search.QueryMistake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Reads dates of any precision as the first instant they name. */
final class DateBounds {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private DateBounds() {}

  static Instant start(Lexeme value, ZoneId zone) {
    try {
      return start(value.text(), zone);
    } catch (DateTimeException e) {
      throw new QueryMistake(
          "Bad date '%s'".formatted(value.text()),
          value.position(),
          value.text().length(),
          "expected 2026, 2026-01, 2026-01-31 or 2026-01-31T14:30");
    }
  }

  private static Instant start(String text, ZoneId zone) {
    if (YEAR.matcher(text).matches()) {
      return day(LocalDate.of(Integer.parseInt(text), 1, 1), zone);
    }
    if (MONTH.matcher(text).matches()) {
      return day(YearMonth.parse(text).atDay(1), zone);
    }
    if (DAY.matcher(text).matches()) {
      return day(LocalDate.parse(text), zone);
    }
    boolean hasZone = text.endsWith("Z") || text.matches(".*T.*[+-]\\d{2}:?\\d{2}");
    return hasZone
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
  }

  private static Instant day(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }
}
