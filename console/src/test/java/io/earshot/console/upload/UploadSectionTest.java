package io.earshot.console.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UploadSectionTest {
  private static final int MOST = 300_000;

  @TempDir Path folder;

  private final TestingTaker taker = new TestingTaker();
  private final TestingAudit audit = new TestingAudit();
  private final AtomicLong room = new AtomicLong(1 << 30);
  private Store store;
  private Uploads uploads;
  private TestingConsole console;

  @BeforeEach
  void serve() {
    TestingGate gate =
        new TestingGate()
            .admit("anna", Right.UPLOAD)
            .admit("bert", Right.UPLOAD)
            .admit("operator", Right.UPLOAD, Right.OPERATE)
            .admit("reader", Right.SEARCH);
    store = Store.open(folder.resolve("console.db"));
    uploads =
        new Uploads(
            new UploadSettings(MOST, 1),
            folder.resolve("uploads"),
            store,
            taker,
            Duration.ZERO,
            room::get);
    uploads.start();
    console = new TestingConsole(gate, audit, List.of(new UploadSection(uploads, audit)::register));
  }

  @AfterEach
  void close() {
    console.close();
    uploads.close();
    store.close();
  }

  private HttpResponse<String> send(String user, String name, BodyPublisher body) throws Exception {
    return console.send(
        console
            .request(user, "/uploads?name=" + name)
            .header("Content-Type", "application/octet-stream")
            .POST(body));
  }

  private static BodyPublisher chunked(int bytes) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("uploads"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void receivesAFileAndTellsWhatBecameOfIt() throws Exception {
    taker.end("conversation", "indexed", null);

    HttpResponse<String> answer =
        send("anna", "chat%20one.txt", BodyPublishers.ofString("conversation"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode upload = keepsToTheContract(answer);
    assertThat(upload.get("name").asText()).isEqualTo("chat one.txt");
    assertThat(upload.get("bytes").asInt()).isEqualTo(12);
    String path = "/uploads/" + upload.get("number").asInt();
    await().until(() -> console.get("anna", path).body().contains("\"done\""));
    assertThat(keepsToTheContract(console.get("anna", path)).at("/conversations/0/id").asText())
        .isEqualTo("conversation");
    assertThat(audit.lines()).containsExactly("anna upload  upload 1");
  }

  private static JsonNode keepsToTheContract(HttpResponse<String> answer) throws Exception {
    Contract contract = Contract.load();
    JsonNode json = Json.mapper().readTree(answer.body());
    assertThat(contract.schema(contract.document().at("/components/schemas/upload")).validate(json))
        .isEmpty();
    return json;
  }

  @Test
  void othersUploadsAreNotThere() throws Exception {
    send("anna", "a.txt", BodyPublishers.ofString("x"));

    assertThat(console.get("bert", "/uploads/1").statusCode()).isEqualTo(404);
    assertThat(console.get("operator", "/uploads/1").statusCode()).isEqualTo(200);
    assertThat(console.get("anna", "/uploads/2").statusCode()).isEqualTo(404);
    assertThat(console.get("reader", "/uploads/1").statusCode()).isEqualTo(403);
    assertThat(send("reader", "a.txt", BodyPublishers.ofString("x")).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeOrWhileItComes() throws Exception {
    assertThat(send("anna", "a", BodyPublishers.ofByteArray(new byte[MOST + 1])).statusCode())
        .isEqualTo(413);
    assertThat(send("anna", "a", chunked(MOST + 1)).statusCode()).isEqualTo(413);
    assertThat(send("anna", "a", chunked(MOST)).statusCode()).isEqualTo(202);
    await().until(() -> files().isEmpty());
  }

  @Test
  void aFullDiskIsToldAsOne() throws Exception {
    room.set(1_000);

    assertThat(send("anna", "a", BodyPublishers.ofByteArray(new byte[2_000])).statusCode())
        .isEqualTo(507);
    assertThat(send("anna", "a", chunked(2_000)).statusCode()).isEqualTo(507);
    assertThat(files()).isEmpty();
  }

  @Test
  void aNameIsNeeded() throws Exception {
    HttpResponse<String> answer =
        console.send(console.request("anna", "/uploads").POST(BodyPublishers.ofString("x")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(send("anna", "a".repeat(256), BodyPublishers.ofString("x")).statusCode())
        .isEqualTo(400);
  }

  /** One that breaks off leaves nothing, and its place to the next. */
  @Test
  void anInterruptedUploadLeavesNothingBehind() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", console.address("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/uploads?name=a.wav HTTP/1.1\r\nHost: x\r\nCaller: anna\r\n"
                      + "Content-Length: 200000\r\n\r\nbeginning")
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> files().size() == 1);
      assertThat(send("bert", "b.txt", BodyPublishers.ofString("x")).statusCode()).isEqualTo(429);
    }

    await().until(() -> files().isEmpty());
    assertThat(send("bert", "b.txt", BodyPublishers.ofString("x")).statusCode()).isEqualTo(202);
    assertThat(audit.lines()).containsExactly("bert upload  upload 1");
  }
}
