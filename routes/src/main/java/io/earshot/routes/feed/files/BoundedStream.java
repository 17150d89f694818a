package io.earshot.routes.feed.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** What another machine sends, up to a bound: what it says of sizes need not be true. */
public final class BoundedStream extends WatchedStream {
  private final long most;
  private final Supplier<IOException> tooMuch;
  private long count;

  /**
   * Bounds a stream.
   *
   * @param most bytes that may come
   * @param tooMuch what is thrown when more come
   */
  public BoundedStream(InputStream in, long most, Supplier<IOException> tooMuch) {
    super(in);
    this.most = most;
    this.tooMuch = tooMuch;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count += Math.max(read, 0);
    if (count > most) {
      throw tooMuch.get();
    }
    return read;
  }
}
