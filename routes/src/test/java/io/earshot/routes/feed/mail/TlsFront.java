package io.earshot.routes.feed.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.earshot.routes.feed.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** Speaks TLS before a mail server that does not, at once or after STARTTLS. */
final class TlsFront implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final TestCertificate certificate;
  private final boolean implicit;
  private final int behind;
  private final ServerSocket front;

  TlsFront(TestCertificate certificate, boolean implicit, int behind) throws IOException {
    this.certificate = certificate;
    this.implicit = implicit;
    this.behind = behind;
    this.front = new ServerSocket(0, 5, LOOPBACK);
    start(this::serve);
  }

  int port() {
    return front.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tls-front");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        start(() -> talk(client));
      } catch (IOException e) {
        return; // the test ended
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        Socket server = new Socket(LOOPBACK, behind)) {
      if (!implicit) {
        line(server.getInputStream()); // the client had its greeting from us
        untilTls(client);
      }
      try (SSLSocket secure =
          (SSLSocket) certificate.server().getSocketFactory().createSocket(client, null, true)) {
        start(() -> copy(secure, server));
        server.getInputStream().transferTo(secure.getOutputStream());
      }
    } catch (IOException e) {
      // One of the two left; who waits for an answer notices.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // As above.
    }
  }

  /** What stands behind the answer is from somebody in between: nobody may believe it. */
  private static void untilTls(Socket client) throws IOException {
    say(client, "* OK speak");
    for (String line = line(client.getInputStream()); ; line = line(client.getInputStream())) {
      String tag = line.split(" ")[0];
      if (line.endsWith("STARTTLS")) {
        say(client, tag + " OK begin\r\n* CAPABILITY IMAP4rev1 FORGED");
        return;
      }
      say(client, "* CAPABILITY IMAP4rev1 STARTTLS\r\n%s OK done".formatted(tag));
    }
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write((text + "\r\n").getBytes(US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("left");
      }
      line.write(next);
    }
    return line.toString(US_ASCII).strip();
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
