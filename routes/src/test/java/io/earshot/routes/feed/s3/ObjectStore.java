package io.earshot.routes.feed.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.earshot.routes.feed.TestCertificate;
import io.earshot.routes.feed.files.FarFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

/** As much of a store that speaks S3 as a feed asks for, over real HTTP. */
final class ObjectStore implements FarFiles {
  private static final String BUCKET = "calls";

  private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
  private final int page;
  private final Optional<TestCertificate> certificate;
  private HttpServer server;
  private int port;
  private volatile boolean breaks;

  /** What every answer is, such as 503; 0 for the right one. */
  volatile int status;

  /** What happens between listing an object and reading it. */
  volatile Runnable beforeReading = () -> {};

  ObjectStore(int page) {
    this(page, Optional.empty());
  }

  /** With TLS when it has a certificate, which is of localhost. */
  ObjectStore(int page, Optional<TestCertificate> certificate) {
    this.page = page;
    this.certificate = certificate;
  }

  private record Stored(byte[] content, String tag, Instant at) {
    static Stored of(byte[] content) {
      String tag = "\"%08x-%d\"".formatted(Arrays.hashCode(content), content.length);
      return new Stored(content, tag, Instant.parse("2026-01-02T03:04:05Z"));
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String settings() {
    String host = certificate.isPresent() ? "https://localhost" : "http://127.0.0.1";
    return "bucket: %s, endpoint: '%s:%d', access_key: AKTEST, secret_key: geheim, timeout: 3s"
        .formatted(BUCKET, host, port);
  }

  @Override
  public void start() {
    try {
      server = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = server.getAddress().getPort();
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::answer);
    server.start();
  }

  private HttpServer server(InetSocketAddress address) throws IOException {
    if (certificate.isEmpty()) {
      return HttpServer.create(address, 20);
    }
    HttpsServer secure = HttpsServer.create(address, 20);
    secure.setHttpsConfigurator(new HttpsConfigurator(certificate.get().server()));
    return secure;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (status != 0) {
        refuse(exchange, status, "SlowDown");
      } else if (!signed.matches("AWS4-HMAC-SHA256 Credential=AKTEST/.*Signature=[0-9a-f]{64}")) {
        refuse(exchange, 403, "InvalidAccessKeyId");
      } else {
        route(exchange);
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String key = path.length() > BUCKET.length() + 2 ? path.substring(BUCKET.length() + 2) : "";
    if (!path.startsWith("/" + BUCKET)) {
      refuse(exchange, 404, "NoSuchBucket");
    } else if (key.isEmpty()) {
      list(exchange, query(exchange));
    } else {
      switch (exchange.getRequestMethod()) {
        case "PUT" -> copy(exchange, key);
        case "DELETE" -> {
          objects.remove(key);
          exchange.sendResponseHeaders(204, -1);
        }
        default -> read(exchange, key);
      }
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String part : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] sides = part.split("=", 2);
      query.put(sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], UTF_8));
    }
    return query;
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    String prefix = query.getOrDefault("prefix", "");
    String after = query.getOrDefault("continuation-token", "");
    List<Map.Entry<String, Stored>> more =
        objects.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .limit(page + 1L)
            .toList();
    boolean truncated = more.size() > page;
    List<Map.Entry<String, Stored>> shown = truncated ? more.subList(0, page) : more;
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    xml.append(
        "<EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>".formatted(truncated));
    if (truncated) {
      String last = shown.get(page - 1).getKey();
      xml.append("<NextContinuationToken>%s</NextContinuationToken>".formatted(last));
    }
    shown.forEach(entry -> xml.append(contents(entry.getKey(), entry.getValue())));
    send(exchange, 200, xml.append("</ListBucketResult>").toString().getBytes(UTF_8));
  }

  private static String contents(String key, Stored object) {
    return "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>&quot;%s&quot;</ETag><Size>%d</Size></Contents>"
        .formatted(
            URLEncoder.encode(key, UTF_8),
            object.at(),
            object.tag().replace("\"", ""),
            object.content().length);
  }

  private void read(HttpExchange exchange, String key) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (!head) {
      beforeReading.run();
    }
    Stored object = objects.get(key);
    String wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (object == null) {
      refuse(exchange, 404, "NoSuchKey");
    } else if (wanted != null && !wanted.equals(object.tag())) {
      refuse(exchange, 412, "PreconditionFailed");
    } else {
      give(exchange, object, head);
    }
  }

  private void give(HttpExchange exchange, Stored object, boolean head) throws IOException {
    exchange.getResponseHeaders().set("ETag", object.tag());
    // What Camel takes for orders when it comes from a message's headers.
    exchange.getResponseHeaders().set("x-amz-meta-CamelFileName", "../../elsewhere.wav");
    exchange.getResponseHeaders().set("x-amz-meta-CAmelHttpUri", "http://127.0.0.1:1/");
    exchange.getResponseHeaders().set("x-amz-meta-CamelBeanMethodName", "close");
    byte[] content = object.content();
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", "" + content.length);
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content, 0, breaks ? content.length / 2 : content.length);
    }
  }

  private void copy(HttpExchange exchange, String key) throws IOException {
    String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    String decoded = URLDecoder.decode(source.replace("+", "%2B"), UTF_8).replaceFirst("^/", "");
    Stored object = objects.get(decoded.substring(BUCKET.length() + 1));
    if (object == null) {
      refuse(exchange, 404, "NoSuchKey");
      return;
    }
    objects.put(key, object);
    String xml = "<CopyObjectResult><ETag>x</ETag></CopyObjectResult>";
    send(exchange, 200, xml.getBytes(UTF_8));
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    send(exchange, status, "<Error><Code>%s</Code></Error>".formatted(code).getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void put(String name, byte[] content) {
    objects.put(name, Stored.of(content));
  }

  void remove(String key) {
    objects.remove(key);
  }

  @Override
  public Set<String> names() {
    return new TreeSet<>(objects.keySet());
  }

  @Override
  public void breakOff(boolean doesBreak) {
    breaks = doesBreak;
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
  }
}
