package io.earshot.routes.feed.sftp;

import com.jcraft.jsch.SocketFactory;
import io.earshot.routes.feed.files.WatchedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * The connection to a server until it has let us in, which has a bound in bytes and in time: before
 * it names its version it may send lines without end, which the library would read for ever. For
 * one connection.
 */
final class Opening implements SocketFactory {
  /** Far more than keys and greetings have. */
  private static final long MOST = 1 << 20;

  private final int connectMs;
  private final long end;
  private volatile boolean over;

  /**
   * Begins now.
   *
   * @param answer longest wait for an answer, of which there are a few
   */
  Opening(Duration answer) {
    this.connectMs = (int) Math.max(1, answer.toMillis());
    this.end = System.nanoTime() + answer.multipliedBy(4).toNanos();
  }

  /** From here on what comes is bounded by who asks for it. */
  void isOver() {
    over = true;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), connectMs);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public InputStream getInputStream(Socket socket) throws IOException {
    return new Bounded(socket.getInputStream());
  }

  @Override
  public OutputStream getOutputStream(Socket socket) throws IOException {
    return socket.getOutputStream();
  }

  private final class Bounded extends WatchedStream {
    private long count;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      if (!over && (count > MOST || System.nanoTime() > end)) {
        throw new IOException("it says much and lets us in never");
      }
      return read;
    }
  }
}
