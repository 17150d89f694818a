package io.earshot.ingest.chat.lines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** In which order the numbers of a date stand: nobody can tell from one date, a file can. */
enum DateOrder {
  YEAR_FIRST {
    @Override
    LocalDate of(int first, int second, int third) {
      return Era.date(first, second, third);
    }
  },
  DAY_FIRST {
    @Override
    LocalDate of(int first, int second, int third) {
      return Era.date(third, second, first);
    }
  },
  MONTH_FIRST {
    @Override
    LocalDate of(int first, int second, int third) {
      return Era.date(third, first, second);
    }
  };

  abstract LocalDate of(int first, int second, int third);

  Optional<LocalDate> date(WhatsAppLine line) {
    try {
      return Optional.of(of(line.first(), line.second(), line.third()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The order that makes most sense of all lines: in which all dates exist, then in which they go
   * forward, then that of the United States where lines look like theirs: a clock of twelve hours,
   * years of two digits, and no zero before a number, which India writes.
   */
  static DateOrder of(List<WhatsAppLine> lines) {
    if (lines.stream().anyMatch(line -> line.first() > 31)) {
      return YEAR_FIRST;
    }
    boolean american = lines.stream().allMatch(DateOrder::looksAmerican);
    DateOrder usual = american ? MONTH_FIRST : DAY_FIRST;
    return Arrays.stream(values())
        .filter(order -> order != YEAR_FIRST)
        .min(
            Comparator.comparingLong((DateOrder order) -> order.impossible(lines))
                .thenComparingLong(order -> order.stepsBack(lines))
                .thenComparing(order -> order != usual))
        .orElseThrow();
  }

  private static boolean looksAmerican(WhatsAppLine line) {
    return line.clockOfTwelve() && line.third() < 100 && !line.padded();
  }

  private long impossible(List<WhatsAppLine> lines) {
    return lines.stream().filter(line -> date(line).isEmpty()).count();
  }

  private long stepsBack(List<WhatsAppLine> lines) {
    long back = 0;
    LocalDate last = LocalDate.MIN;
    for (WhatsAppLine line : lines) {
      LocalDate date = date(line).orElse(last);
      back += date.isBefore(last) ? 1 : 0;
      last = date;
    }
    return back;
  }
}
