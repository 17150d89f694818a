package io.earshot.routes.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server on which what it sends may stop, or break off, in the middle. */
public final class Obstacle implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final int behind;
  private final ServerSocket front;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private volatile long most = Long.MAX_VALUE;
  private volatile boolean breaksOff;

  /** Before a server on a port of this machine; nothing is in the way yet. */
  public Obstacle(int behind) {
    this.behind = behind;
    try {
      front = new ServerSocket(0, 20, LOOPBACK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serve);
  }

  public int port() {
    return front.getLocalPort();
  }

  /** From so many bytes of a connection on nothing comes any more, though it stays open. */
  public void stallAfter(long bytes) {
    most = bytes;
    breaksOff = false;
  }

  /** Every connection is closed after so many bytes. */
  public void breakOffAfter(long bytes) {
    most = bytes;
    breaksOff = true;
  }

  /** Nothing is in the way of the next connections. */
  public void clear() {
    most = Long.MAX_VALUE;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "obstacle");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        Socket server = new Socket(LOOPBACK, behind);
        connections.addAll(List.of(client, server));
        long limit = most;
        start(() -> copy(client, server, Long.MAX_VALUE));
        start(() -> copy(server, client, limit));
      } catch (IOException e) {
        return; // the test ended
      }
    }
  }

  private void copy(Socket from, Socket to, long limit) {
    byte[] buffer = new byte[8_192];
    long left = limit;
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, (int) Math.min(left, read));
        left -= Math.min(left, read);
        if (left == 0 && breaksOff) {
          break;
        }
      }
    } catch (IOException e) {
      // One side left; so does the other.
    }
    leave(from);
    leave(to);
  }

  private static void leave(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(Obstacle::leave);
  }
}
