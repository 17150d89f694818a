package io.earshot.routes.feed.message;

import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Trust;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Finds out whether a Kafka broker answers at all before Kafka's client asks: that one takes the
 * first four bytes of any answer for a length and makes room for as much, 340 MB when a TLS server
 * says that it was not understood (KAFKA-4090).
 */
final class KafkaGreeting {
  /** ApiVersions, version 0, which a broker answers before anybody has signed in (KIP-35). */
  private static final int API_VERSIONS = 18;

  private static final int CORRELATION = 0x6561_7273;
  private static final int MOST_BYTES = 1 << 20;

  private final KafkaSettings settings;

  KafkaGreeting(KafkaSettings settings) {
    this.settings = settings;
  }

  /**
   * Greets brokers until one answers.
   *
   * @throws AccessRefused when what answers can't prove who it is or is no broker; of one that does
   *     not answer the client tells
   */
  void exchange() throws AccessRefused {
    for (String broker : settings.brokers()) {
      int colon = broker.lastIndexOf(':');
      try {
        greet(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)));
        return;
      } catch (AccessRefused e) {
        throw e;
      } catch (IOException e) {
        continue; // away; the next one may not be
      }
    }
  }

  private void greet(String host, int port) throws IOException {
    int milliseconds = (int) settings.timeout().toMillis();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), milliseconds);
      plain.setSoTimeout(milliseconds);
      try (Socket broker = settings.tls() ? secured(plain, host, port) : plain) {
        ask(new DataOutputStream(broker.getOutputStream()));
        understand(new DataInputStream(broker.getInputStream()));
      }
    }
  }

  private Socket secured(Socket plain, String host, int port) throws IOException {
    try {
      return Trust.secured(settings.trust().context(), plain, host, port);
    } catch (IOException e) {
      throw Trust.told(e, "brokers");
    }
  }

  /** Length, API, its version, correlation, and no name of a client. */
  private static void ask(DataOutputStream out) throws IOException {
    out.writeInt(10);
    out.writeShort(API_VERSIONS);
    out.writeShort(0);
    out.writeInt(CORRELATION);
    out.writeShort(-1);
    out.flush();
  }

  private static void understand(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < Integer.BYTES || length > MOST_BYTES || in.readInt() != CORRELATION) {
      throw new AccessRefused(
          "what answers there is no Kafka broker, or one that speaks TLS and should not: mend brokers or tls");
    }
  }
}
