package io.earshot.ingest.facts;

import io.earshot.ingest.chat.notation.TimeFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as side files write them: ISO forms, the usual others, seconds since 1970. */
final class FactTimes {
  private static final List<TimeFormat> USUAL =
      List.of(
          TimeFormat.of("uuuu-MM-dd['T'][ ]HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][X]"),
          TimeFormat.of("uuuu-MM-dd['T'][ ]HH:mm[:ss][.SSSSSS][.SSS][XXX]"),
          TimeFormat.of("uuuu-MM-dd['T'][ ]HH:mm[:ss][.SSS][XX]"),
          TimeFormat.of("uuuu/M/d[ ]['T']H:mm[:ss]"),
          TimeFormat.of("uuuuMMdd[-]['T'][ ]HHmmss"),
          TimeFormat.of("uuuuMMddHHmmss"),
          TimeFormat.of("uuuu年M月d日[ ]H:mm[:ss]"),
          TimeFormat.of("uuuu-MM-dd"));
  private static final Pattern SECONDS = Pattern.compile("1\\d{9}(\\.\\d{1,9})?");
  private static final Pattern MILLISECONDS = Pattern.compile("1\\d{12}");
  private static final Pattern MICROSECONDS = Pattern.compile("1\\d{15}");
  private static final int LONGEST = 64;

  private FactTimes() {}

  /** The instant, with the zone where the text has none; empty when it is no time. */
  static Optional<Instant> parse(String text, ZoneId zone) {
    String time = text.strip();
    if (time.length() > LONGEST) {
      return Optional.empty();
    }
    if (SECONDS.matcher(time).matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(time.substring(0, 10))));
    }
    if (MILLISECONDS.matcher(time).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(time)));
    }
    if (MICROSECONDS.matcher(time).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(time) / 1000));
    }
    return USUAL.stream()
        .flatMap(format -> format.parse(time, zone, LocalDate.EPOCH).stream())
        .findFirst();
  }
}
