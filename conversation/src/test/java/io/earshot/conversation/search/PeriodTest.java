package io.earshot.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void comparesADayWithTheSameWeekdayTheWeekBefore() {
    assertThat(period("2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z").sameWeekdaysBefore(utc()))
        .isEqualTo(period("2026-02-26T00:00:00Z", "2026-02-27T00:00:00Z"));
  }

  @Test
  void takesWholeWeeksThatDoNotOverlap() {
    assertThat(period("2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z").sameWeekdaysBefore(utc()))
        .isEqualTo(period("2026-02-23T00:00:00Z", "2026-03-02T00:00:00Z"));
    assertThat(period("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z").sameWeekdaysBefore(utc()))
        .isEqualTo(period("2026-01-25T00:00:00Z", "2026-02-25T00:00:00Z"));
  }

  @Test
  void keepsToTheClockWhenItChanges() {
    // Clocks went forward on 29 March 2026: midnight was at 23:00 UTC before, at 22:00 after.
    assertThat(period("2026-03-30T22:00:00Z", "2026-03-31T22:00:00Z").sameWeekdaysBefore(BERLIN))
        .isEqualTo(period("2026-03-23T23:00:00Z", "2026-03-24T23:00:00Z"));
    // A week of 167 hours is one week.
    assertThat(period("2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z").sameWeekdaysBefore(BERLIN))
        .isEqualTo(period("2026-03-15T23:00:00Z", "2026-03-22T23:00:00Z"));
  }

  @Test
  void cutsDaysWhereTheyBegin() {
    List<Period> days =
        Interval.DAY.parts(period("2026-03-28T12:00:00Z", "2026-03-30T02:00:00Z"), BERLIN, 99);
    assertThat(days)
        .containsExactly(
            period("2026-03-28T12:00:00Z", "2026-03-28T23:00:00Z"),
            period("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
            period("2026-03-29T22:00:00Z", "2026-03-30T02:00:00Z"));
    assertThat(length(days.get(1))).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void cutsWeeksAtMondaysAndHoursOfAnyZone() {
    assertThat(
            Interval.WEEK.parts(period("2026-03-05T00:00:00Z", "2026-03-10T00:00:00Z"), utc(), 9))
        .containsExactly(
            period("2026-03-05T00:00:00Z", "2026-03-09T00:00:00Z"),
            period("2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z"));
    // India is half an hour off.
    assertThat(
            Interval.HOUR.parts(
                period("2026-03-05T10:00:00Z", "2026-03-05T11:00:00Z"),
                ZoneId.of("Asia/Kolkata"),
                9))
        .containsExactly(
            period("2026-03-05T10:00:00Z", "2026-03-05T10:30:00Z"),
            period("2026-03-05T10:30:00Z", "2026-03-05T11:00:00Z"));
  }

  @Test
  void partsMakeTheWholeInEveryZone() {
    Random random = new Random(7);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 500; i++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      Instant from = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(200_000_000));
      Period whole = new Period(from, from.plusSeconds(1 + random.nextInt(3_000_000)));
      Interval interval = Interval.values()[random.nextInt(3)];
      List<Period> parts = interval.parts(whole, zone, 10_000);
      assertThat(parts.get(0).from()).as("%s %s", zone, whole).isEqualTo(whole.from());
      assertThat(parts.get(parts.size() - 1).to()).as("%s %s", zone, whole).isEqualTo(whole.to());
      for (int part = 1; part < parts.size(); part++) {
        assertThat(parts.get(part).from()).isEqualTo(parts.get(part - 1).to());
        assertThat(length(parts.get(part))).isPositive();
      }
    }
  }

  @Test
  void stopsAtTheMost() {
    assertThat(
            Interval.HOUR.parts(period("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), utc(), 5))
        .hasSize(5);
  }

  private static Duration length(Period period) {
    return Duration.between(period.from(), period.to());
  }

  private static ZoneId utc() {
    return ZoneId.of("UTC");
  }

  private static Period period(String from, String to) {
    return new Period(Instant.parse(from), Instant.parse(to));
  }
}
