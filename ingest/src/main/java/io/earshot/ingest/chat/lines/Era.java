package io.earshot.ingest.chat.lines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;

/** Dates by the calendars that telephones are set to, told by the year. */
final class Era {
  private static final int FIRST_BUDDHIST = 2500;
  private static final int BUDDHIST = 543;

  /** The years of both calendars that fall into our century. */
  private static final int FIRST_PERSIAN = 1379;

  private static final int FIRST_ISLAMIC = 1422;
  private static final int LAST_ISLAMIC = 1525;

  private static final LocalDate PERSIAN_1404 = LocalDate.of(2025, 3, 21);

  private Era() {}

  /**
   * The date that is meant; years of two digits are of our century.
   *
   * @throws DateTimeException when there is none
   */
  static LocalDate date(int year, int month, int day) {
    if (year < 100) {
      return LocalDate.of(2000 + year, month, day);
    }
    if (year >= FIRST_BUDDHIST) {
      return LocalDate.of(year - BUDDHIST, month, day);
    }
    if (year >= FIRST_ISLAMIC && year <= LAST_ISLAMIC) {
      return LocalDate.from(HijrahDate.of(year, month, day));
    }
    boolean persian = year >= FIRST_PERSIAN && year < FIRST_ISLAMIC;
    return persian ? persian(year, month, day) : LocalDate.of(year, month, day);
  }

  /** Six months of 31 days, then such of 30; eight leap years in 33. */
  private static LocalDate persian(int year, int month, int day) {
    int most = month <= 6 ? 31 : 30;
    if (month < 1 || month > 12 || day < 1 || day > most) {
      throw new DateTimeException("no day of the Persian calendar");
    }
    int before = (month - 1) * 30 + Math.min(month - 1, 6);
    return PERSIAN_1404.plusDays(daysTo(year) - daysTo(1404) + before + day - 1L);
  }

  private static long daysTo(int year) {
    return 365L * year + (8L * year + 21) / 33;
  }
}
