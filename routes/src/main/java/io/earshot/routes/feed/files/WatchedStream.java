package io.earshot.routes.feed.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is watched where pieces of it are read; a single byte is one, too. */
public abstract class WatchedStream extends FilterInputStream {

  /** Reads nothing yet. */
  protected WatchedStream(InputStream in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }
}
