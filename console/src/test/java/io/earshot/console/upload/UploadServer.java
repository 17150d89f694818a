package io.earshot.console.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.access.Right;
import io.earshot.console.contract.Contract;
import io.earshot.console.http.Json;
import io.earshot.console.store.Store;
import io.earshot.console.testing.TestingAudit;
import io.earshot.console.testing.TestingConsole;
import io.earshot.console.testing.TestingGate;
import io.earshot.console.testing.TestingTaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A real server that takes uploads, and can be started once more on what it left. */
final class UploadServer implements AutoCloseable {
  static final int MOST = 300_000;
  static final UploadSettings SETTINGS =
      new UploadSettings(MOST, 2, Duration.ofSeconds(20), 1, 3, Duration.ofDays(7));

  final TestingTaker taker = new TestingTaker();
  final TestingAudit audit = new TestingAudit();
  final AtomicLong room = new AtomicLong(1 << 30);
  private final Path folder;
  private final UploadSettings settings;
  private Store store;
  private Uploads uploads;
  private TestingConsole console;

  UploadServer(Path folder) {
    this(folder, SETTINGS);
  }

  UploadServer(Path folder, UploadSettings settings) {
    this.folder = folder;
    this.settings = settings;
    start();
  }

  private void start() {
    TestingGate gate =
        new TestingGate()
            .admit("anna", Right.UPLOAD)
            .admit("bert", Right.UPLOAD)
            .admit("operator", Right.UPLOAD, Right.OPERATE)
            .admitBound("dialler", "dialler")
            .admitBound("hub", "north", "south")
            .admit("reader", Right.SEARCH);
    store = Store.open(folder.resolve("console.db"));
    uploads =
        new Uploads(settings, folder.resolve("uploads"), store, taker, Duration.ZERO, room::get);
    uploads.start();
    console = new TestingConsole(gate, audit, List.of(new UploadSection(uploads, audit)::register));
  }

  void restart() {
    close();
    start();
  }

  int port() {
    return console.address("/").getPort();
  }

  HttpRequest.Builder request(String user, String path) {
    return console.request(user, path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return console.send(request);
  }

  HttpResponse<String> get(String user, String path) throws Exception {
    return console.get(user, path);
  }

  /** One file as the body. */
  HttpResponse<String> send(String user, String name, BodyPublisher body) throws Exception {
    return send(
        request(user, "/conversations?name=" + name)
            .header("Content-Type", "application/octet-stream")
            .POST(body));
  }

  /** A form as it is. */
  HttpResponse<String> form(String user, String form) throws Exception {
    return send(
        request(user, "/conversations")
            .header("Content-Type", "multipart/form-data; boundary=XX")
            .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8)));
  }

  static String field(String name, String value) {
    return "--XX\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  static String file(String name, String content) {
    return ("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n%s\r\n")
        .formatted(name, content);
  }

  static BodyPublisher unannounced(int bytes) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
  }

  /** A connection on which anything can be written. */
  Socket connect(String head) throws IOException {
    Socket socket = new Socket("127.0.0.1", port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  static JsonNode keepsToTheContract(HttpResponse<String> answer) throws Exception {
    Contract contract = Contract.load();
    JsonNode json = json(answer);
    assertThat(contract.schema(contract.document().at("/components/schemas/upload")).validate(json))
        .isEmpty();
    return json;
  }

  String status(String user, long number) throws Exception {
    return json(get(user, "/uploads/" + number)).path("status").asText();
  }

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("uploads"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    console.close();
    uploads.close();
    store.close();
  }
}
