package io.earshot.routes.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Begins with something and then says another thing without end, whatever it is told. */
public final class LoudServer implements AutoCloseable {
  private final byte[] opening;
  private final byte[] rest;
  private final ServerSocket socket;

  /** The rest is said again and again; nothing of it when it is empty, and the line stays open. */
  public LoudServer(String opening, String rest) {
    this.opening = opening.getBytes(ISO_8859_1);
    this.rest = rest.repeat(rest.isEmpty() ? 0 : 1 + 10_000 / rest.length()).getBytes(ISO_8859_1);
    try {
      socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "loud-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> talk(client));
      } catch (IOException e) {
        return; // the test ended
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      client.getOutputStream().write(opening);
      while (rest.length > 0) {
        client.getOutputStream().write(rest);
      }
      client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It had enough.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
