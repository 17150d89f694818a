package io.earshot.routes.feed.files;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A file's bytes, which fail unless they are as many as the listing said, come at some speed, and
 * are of a file that did not change meanwhile. What fails was not received.
 */
final class WholeContent extends WatchedStream {
  /** Slower than any line: less means a server that only keeps us busy. */
  private static final long LEAST_BYTES_A_SECOND = 1_024;

  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Visit visit;
  private final RemoteFile file;
  private final Clock clock;
  private final Instant start;
  private long count;
  private boolean ended;

  WholeContent(Visit visit, RemoteFile file, Clock clock) throws IOException {
    super(visit.open(file));
    this.visit = visit;
    this.file = file;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    ended = read < 0;
    count += Math.max(read, 0);
    boolean isOther = ended ? count != file.bytes() : count > file.bytes();
    if (file.bytes() >= 0 && isOther) {
      throw new Unfetchable("it has not the %d bytes that were listed".formatted(file.bytes()));
    }
    if (isTooSlow()) {
      throw new IOException("it gives less than %d bytes a second".formatted(LEAST_BYTES_A_SECOND));
    }
    return read;
  }

  private boolean isTooSlow() {
    Duration taken = Duration.between(start, clock.instant()).minus(GRACE);
    return !ended && taken.toSeconds() * LEAST_BYTES_A_SECOND > count;
  }

  @Override
  public void close() throws IOException {
    super.close();
    if (ended && !visit.isUnchanged(file)) {
      throw new Unfetchable("it was changed while it was read");
    }
  }
}
