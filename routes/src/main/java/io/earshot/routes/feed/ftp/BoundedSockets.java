package io.earshot.routes.feed.ftp;

import io.earshot.routes.feed.files.BoundedStream;
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
        return new BoundedStream(
            super.getInputStream(),
            MOST,
            () -> new IOException("it answers with more than %d bytes".formatted(MOST)));
      }
    };
  }
}
