package io.earshot.routes.feed.ftp;

import io.earshot.routes.feed.files.AnswerStream;
import io.earshot.routes.feed.files.UnconnectedSockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * Sockets over which no more than so much comes for an answer, in no more than so much time: the
 * library keeps all lines of an answer in memory, and a server may send them without end.
 */
final class BoundedSockets extends UnconnectedSockets {
  private static final long MOST = 8L << 20;

  @Override
  public Socket createSocket() {
    return new Bounded();
  }

  private static final class Bounded extends Socket {
    private AnswerStream answers;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      if (answers == null) {
        answers = new AnswerStream(super.getInputStream(), MOST);
      }
      return answers;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return ((AnswerStream) getInputStream()).asking(super.getOutputStream());
    }
  }
}
