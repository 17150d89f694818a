package io.earshot.ingest.chat.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends with a failure when more than a number of characters was read since the last restart. */
final class BoundedReader extends FilterReader {
  private final long most;
  private long read;

  BoundedReader(Reader reader, long most) {
    super(reader);
    this.most = most;
  }

  /** More was read than is allowed. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  void restart() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) throws TooLong {
    read += n;
    if (read > most) {
      throw new TooLong();
    }
  }
}
