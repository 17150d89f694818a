package io.earshot.routes.cli;

import io.earshot.routes.download.Download;
import java.util.Locale;

/** Shows how far a download is. */
final class DownloadBar implements Download.Progress {
  private static final int WIDTH = 24;
  private static final long SHOW_NANOS = 200_000_000;

  private final String name;
  private final Terminal terminal;
  private long start = -1;
  private long startBytes;
  private long shown;

  DownloadBar(String name, Terminal terminal) {
    this.name = name;
    this.terminal = terminal;
  }

  @Override
  public void got(long bytes, long length) {
    long now = System.nanoTime();
    if (start < 0) {
      start = now;
      startBytes = bytes; // what an earlier try got says nothing of the pace
    }
    if (now - shown >= SHOW_NANOS || bytes == length) {
      shown = now;
      terminal.status(text(bytes, length, (now - start) / 1e9));
    }
  }

  private String text(long bytes, long length, double seconds) {
    double pace = seconds <= 0 ? 0 : (bytes - startBytes) / seconds / (1 << 20);
    String soFar =
        length == 0
            ? "%d MB".formatted(bytes >> 20)
            : "[%s] %d %%, %d of %d MB"
                .formatted(bar(bytes, length), 100 * bytes / length, bytes >> 20, length >> 20);
    return String.format(Locale.ROOT, "%s: %s, %.1f MB/s", name, soFar, pace);
  }

  private static String bar(long bytes, long length) {
    int full = (int) (WIDTH * bytes / length);
    return "#".repeat(full) + ".".repeat(WIDTH - full);
  }
}
