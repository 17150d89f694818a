package io.earshot.index.server;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The two ports of the server.
 *
 * @param http for requests
 * @param transport between nodes; bound although there is only one
 */
record Ports(int http, int transport) {
  private static final String FILE = "elasticsearch-ports.properties";

  /** The ports of the last time where they are free, else other free ones. */
  static Ports choose(int configured, Path run) throws IOException {
    Path file = run.resolve(FILE);
    Properties last = read(file);
    int http = configured;
    if (configured == 0) {
      http = free(number(last, "http"));
    } else if (!isFree(configured)) {
      throw EarshotException.misconfigured(
          "Port %d of index.port is taken by another program: end that one, or set index.port to another port or 0"
              .formatted(configured));
    }
    Ports ports = new Ports(http, free(number(last, "transport"), http));
    ports.save(file);
    return ports;
  }

  /** The port of the last start. */
  static Optional<Integer> lastHttp(Path run) throws IOException {
    int port = number(read(run.resolve(FILE)), "http");
    return port == 0 ? Optional.empty() : Optional.of(port);
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  private void save(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("http", Integer.toString(http));
    properties.setProperty("transport", Integer.toString(transport));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "Ports of the private Elasticsearch, used again while free");
    }
  }

  private static int number(Properties properties, String key) {
    String text = properties.getProperty(key, "0");
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static int free(int wanted, int... taken) throws IOException {
    if (wanted > 0 && wanted < 65_536 && isFree(wanted) && !contains(taken, wanted)) {
      return wanted;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean contains(int[] ports, int port) {
    for (int each : ports) {
      if (each == port) {
        return true;
      }
    }
    return false;
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
