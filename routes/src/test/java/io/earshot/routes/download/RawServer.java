package io.earshot.routes.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of the web that answers as it is told, well or badly; one connection at a time. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Answer answer;
  private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

  /** What is written for a request. */
  public interface Answer {
    /** The headers by their names in lower case; {@code path} is one of them. */
    void write(Map<String, String> request, OutputStream out) throws IOException;
  }

  public RawServer(Answer answer) throws IOException {
    this.answer = answer;
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  WebAddress address(String path) {
    return WebAddress.of(url(path));
  }

  /** Where a path is asked for. */
  public String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(socket.getLocalPort(), path);
  }

  /** What was asked for so far. */
  public List<Map<String, String>> requests() {
    return requests;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        Map<String, String> request = read(connection);
        requests.add(request);
        answer.write(request, connection.getOutputStream());
        connection.getOutputStream().flush();
      } catch (IOException e) {
        // The client went away, or the test is over.
      }
    }
  }

  private static Map<String, String> read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    Map<String, String> request = new TreeMap<>();
    request.put("path", String.valueOf(in.readLine()).split(" ")[1]);
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] header = line.split(": ", 2);
      request.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1]);
    }
    return request;
  }

  /** Gives content with a strong tag, but no more than {@code most} bytes at a time. */
  public static Answer cutting(byte[] content, int most) {
    return (request, out) -> {
      boolean part = "\"v1\"".equals(request.get("if-range"));
      int from = part ? Integer.parseInt(request.get("range").replaceAll("\\D", "")) : 0;
      String length = "Content-Length: " + (content.length - from);
      if (part) {
        String range = "Content-Range: bytes %d-%d/%d";
        head(
            out,
            "206 Partial",
            length,
            range.formatted(from, content.length - 1, content.length),
            "ETag: \"v1\"");
      } else {
        head(out, "200 OK", length, "ETag: \"v1\"");
      }
      out.write(content, from, Math.min(most, content.length - from));
    };
  }

  static void head(OutputStream out, String... lines) throws IOException {
    String text = "HTTP/1.1 " + String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
