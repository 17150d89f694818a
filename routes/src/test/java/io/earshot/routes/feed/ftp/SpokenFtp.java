package io.earshot.routes.feed.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An FTP server that says whatever a test wants it to, and notes what it is asked. */
final class SpokenFtp implements AutoCloseable {
  private final ServerSocket control = listening();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final byte[] listing;
  private final byte[] content;

  /** What it does with a data connection before it closes it. */
  interface Ending {
    /** It waits for the other side to leave. */
    Ending STALLING = socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());

    /** It says more, without the end of a line, as long as somebody listens. */
    Ending ENDLESS =
        socket -> {
          for (byte[] more = new byte[8_192]; ; ) {
            socket.getOutputStream().write(more);
          }
        };

    void act(Socket socket) throws IOException;
  }

  volatile Ending then = socket -> {};

  /**
   * Begins to listen.
   *
   * @param listing the answer to every LIST
   * @param content the answer to every RETR
   */
  SpokenFtp(String listing, String content) {
    this.listing = listing.getBytes(UTF_8);
    this.content = content.getBytes(UTF_8);
    Thread server = new Thread(this::serve, "spoken-ftp");
    server.setDaemon(true);
    server.start();
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 20, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String settings() {
    return "host: 127.0.0.1, port: %d, user: rec, password: geheim, timeout: 2s"
        .formatted(control.getLocalPort());
  }

  /** The commands that began with one of these words. */
  List<String> asked(String... words) {
    return asked.stream().filter(line -> List.of(words).contains(line.split(" ")[0])).toList();
  }

  private void serve() {
    while (!control.isClosed()) {
      try (Socket client = control.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client left, or the test ended.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 speak");
    try (ServerSocket data = listening()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        asked.add(line);
        answer(line, out, data);
      }
    }
  }

  private void answer(String line, OutputStream out, ServerSocket data) throws IOException {
    switch (line.split(" ")[0]) {
      case "PASS" -> say(out, "230 in");
      case "USER" -> say(out, "331 and?");
      case "PWD" -> say(out, "257 \"/home\"");
      case "SYST" -> say(out, "215 UNIX Type: L8");
      case "FEAT" -> say(out, "502 none");
      // The address of another machine: we are not to be sent there.
      case "PASV" ->
          say(
              out,
              "227 ok (10,1,2,3,%d,%d)"
                  .formatted(data.getLocalPort() >> 8, data.getLocalPort() & 0xFF));
      case "LIST" -> give(out, data, listing);
      case "RETR" -> give(out, data, content);
      case "SIZE" -> say(out, "213 " + content.length);
      default -> say(out, "200 ok");
    }
  }

  private void give(OutputStream out, ServerSocket data, byte[] bytes) throws IOException {
    say(out, "150 here");
    try (Socket socket = data.accept()) {
      socket.getOutputStream().write(bytes);
      then.act(socket);
    }
    say(out, "226 done");
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      control.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
