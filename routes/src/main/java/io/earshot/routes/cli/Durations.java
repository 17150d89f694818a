package io.earshot.routes.cli;

import java.util.Locale;

/** Times as people read them. */
final class Durations {
  private static final long MINUTE_MS = 60_000;

  private Durations() {}

  /** Minutes and seconds, {@code 4:05}. */
  static String clock(long milliseconds) {
    return String.format(
        Locale.ROOT, "%d:%02d", milliseconds / MINUTE_MS, milliseconds % MINUTE_MS / 1000);
  }

  /** Seconds with one decimal. */
  static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
  }
}
