package io.earshot.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with units as people write them: {@code 500ms}, {@code 30s}, {@code 64MB}. */
final class Units {
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,12})\\s*([a-zA-Z]+)");
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of("b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30, "tb", 1L << 40);

  private Units() {}

  static Optional<Duration> duration(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches() || !TIMES.containsKey(matcher.group(2))) {
      return Optional.empty();
    }
    return Optional.of(TIMES.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
  }

  /** As one would write it, in the largest unit that gives a whole number. */
  static String text(Duration time) {
    return text(
        time.toMillis(),
        new String[] {"d", "h", "m", "s", "ms"},
        new long[] {86_400_000, 3_600_000, 60_000, 1_000, 1});
  }

  /** The same for a size in bytes. */
  static String text(long bytes) {
    return text(
        bytes,
        new String[] {"TB", "GB", "MB", "KB", "B"},
        new long[] {1L << 40, 1L << 30, 1L << 20, 1L << 10, 1});
  }

  private static String text(long amount, String[] units, long[] sizes) {
    int unit = amount == 0 ? units.length - 1 : 0;
    while (amount % sizes[unit] != 0) {
      unit++;
    }
    return amount / sizes[unit] + units[unit];
  }

  static Optional<Long> bytes(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Long unit = SIZES.get(matcher.group(2).toLowerCase(Locale.ROOT));
    return Optional.ofNullable(unit)
        .map(u -> Math.multiplyExact(Long.parseLong(matcher.group(1)), u));
  }
}
