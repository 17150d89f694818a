package io.earshot.routes.feed.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * What another machine answers, up to bounds in bytes and in the time that it lets us wait, both
 * for one answer: from what was said to it last. Clients keep whole answers in memory, and each
 * byte that comes begins their timeouts anew, so that a server could hold them without end. Reading
 * and asking may be two threads' work.
 */
public final class AnswerStream extends WatchedStream {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final long most;
  private final Duration longest;
  private long count;
  private long waitedNanos;

  /**
   * Bounds a stream.
   *
   * @param most bytes that an answer may have
   */
  public AnswerStream(InputStream in, long most) {
    this(in, most, LONGEST);
  }

  AnswerStream(InputStream in, long most, Duration longest) {
    super(in);
    this.most = most;
    this.longest = longest;
  }

  /** The way to the other machine: what goes there asks for another answer. */
  public OutputStream asking(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        asked();
        out.write(bytes, offset, length);
      }

      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }
    };
  }

  private synchronized void asked() {
    count = 0;
    waitedNanos = 0;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long start = System.nanoTime();
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0), System.nanoTime() - start);
    return read;
  }

  private synchronized void count(int bytes, long nanos) throws IOException {
    count += bytes;
    waitedNanos += nanos;
    if (count > most) {
      throw new IOException("it answers with more than %d bytes".formatted(most));
    }
    if (waitedNanos > longest.toNanos()) {
      throw new IOException("its answer does not end within %d s".formatted(longest.toSeconds()));
    }
  }
}
