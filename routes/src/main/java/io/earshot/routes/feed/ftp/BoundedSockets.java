package io.earshot.routes.feed.ftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * Sockets over which no more than so much comes: the library keeps a whole line of an answer in
 * memory, and a server may send one that never ends.
 */
final class BoundedSockets extends UnconnectedSockets {
  /** More than all answers to a visit of twenty thousand files need. */
  private static final long MOST = 64L << 20;

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
      }
    };
  }

  private static final class Bounded extends FilterInputStream {
    private long count;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      if (count > MOST) {
        throw new IOException("it answers with more than %d bytes".formatted(MOST));
      }
      return read;
    }
  }
}
