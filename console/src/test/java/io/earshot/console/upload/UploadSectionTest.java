package io.earshot.console.upload;

import static io.earshot.console.upload.UploadServer.MOST;
import static io.earshot.console.upload.UploadServer.json;
import static io.earshot.console.upload.UploadServer.keepsToTheContract;
import static io.earshot.console.upload.UploadServer.unannounced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One file as the body of one request. */
class UploadSectionTest extends ServedUploads {
  @Test
  void receivesAFileAndTellsWhatBecameOfIt() throws Exception {
    server.taker.end("conversation", "indexed", null);

    HttpResponse<String> answer =
        server.send("anna", "chat%20one.txt", BodyPublishers.ofString("conversation"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode upload = keepsToTheContract(answer);
    assertThat(upload.get("name").asText()).isEqualTo("chat one.txt");
    assertThat(upload.get("bytes").asInt()).isEqualTo(12);
    String path = "/uploads/" + upload.get("number").asInt();
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1" + path);
    await().until(() -> server.status("anna", 1).equals("done"));
    assertThat(keepsToTheContract(server.get("anna", path)).at("/conversations/0/id").asText())
        .isEqualTo("conversation");
    assertThat(server.audit.lines()).containsExactly("anna upload  upload 1");
  }

  @Test
  void whatIsToldGoesWithTheFile() throws Exception {
    server.send(
        server
            .request("anna", "/conversations?source=dialler&language=zh&model=large")
            .header("Content-Type", "text/plain")
            .header(
                "Content-Disposition",
                "inline; filename=\"plain.txt\"; filename*=UTF-8''%E5%AE%A2.txt")
            .header("Earshot-Metadata", "{\"agent\": \"Anna\"}")
            .POST(BodyPublishers.ofString("c")));

    await().until(() -> !server.taker.taken().isEmpty());
    assertThat(server.taker.taken()).containsExactly("客.txt");
    assertThat(server.taker.told())
        .containsExactly(new Told("dialler", "zh", "large", "", "{\"agent\": \"Anna\"}"));
  }

  @Test
  void whatIsKnownAlreadyIsTold() throws Exception {
    server.send("anna", "a.txt", BodyPublishers.ofString("same"));
    server.send("anna", "b.txt", BodyPublishers.ofString("same"));

    await().until(() -> json(server.get("anna", "/uploads/2")).at("/total").asInt() == 1);
    assertThat(json(server.get("anna", "/uploads/1")).at("/conversations/0/known").asBoolean())
        .isFalse();
    assertThat(json(server.get("anna", "/uploads/2")).at("/conversations/0/known").asBoolean())
        .isTrue();
  }

  @Test
  void theSameKeyIsTheSameUploadAlsoAfterARestart() throws Exception {
    assertThat(json(keyed("anna", "k1", "one")).at("/number").asInt()).isEqualTo(1);
    assertThat(json(keyed("anna", "k1", "one")).at("/number").asInt()).isEqualTo(1);
    assertThat(json(keyed("anna", "\"k1\"", "one")).at("/number").asInt()).isEqualTo(1);

    server.restart();

    HttpResponse<String> again = keyed("anna", "k1", "one");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.headers().firstValue("Location")).hasValue("/api/v1/uploads/1");
    assertThat(keepsToTheContract(again).at("/number").asInt()).isEqualTo(1);
    assertThat(json(keyed("anna", "k2", "two")).at("/number").asInt()).isEqualTo(2);
    assertThat(json(keyed("bert", "k1", "three")).at("/number").asInt()).isEqualTo(3);
    assertThat(keyed("anna", "k".repeat(256), "four").statusCode()).isEqualTo(400);
    assertThat(keyed("anna", "\"\"", "four").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> keyed(String user, String key, String content) throws Exception {
    return server.send(
        server
            .request(user, "/conversations?name=a.txt")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(content)));
  }

  @Test
  void aKeyWhoseRequestStillArrivesIsAConflict() throws Exception {
    try (Socket sending =
        server.connect(
            "POST /api/v1/conversations?name=a HTTP/1.1\r\nHost: x\r\nCaller: anna\r\n"
                + "Idempotency-Key: k\r\nContent-Length: 9\r\n\r\nbe")) {
      await().until(() -> server.files().size() == 1);
      assertThat(keyed("anna", "k", "one").statusCode()).isEqualTo(409);
      sending.getOutputStream().write("gun".getBytes());
    }
    await().until(() -> server.files().isEmpty());
    assertThat(keyed("anna", "k", "one").statusCode()).isEqualTo(202);
  }

  @Test
  void programsKeepToTheSourcesOfTheirTokens() throws Exception {
    assertThat(as("dialler", "").statusCode()).isEqualTo(202);
    assertThat(as("dialler", "&source=dialler").statusCode()).isEqualTo(202);
    assertThat(as("dialler", "&source=north").statusCode()).isEqualTo(403);
    assertThat(as("hub", "").statusCode()).isEqualTo(403);
    assertThat(as("hub", "&source=south").statusCode()).isEqualTo(202);
    String form = UploadServer.file("a.txt", "c") + "--XX--\r\n";
    assertThat(server.form("hub", form).statusCode()).isEqualTo(403);
    assertThat(server.form("hub", UploadServer.field("source", "north") + form).statusCode())
        .isEqualTo(202);

    await().until(() -> server.files().isEmpty());
    assertThat(server.taker.told())
        .extracting(Told::source)
        .containsOnly("dialler", "south", "north");
  }

  private HttpResponse<String> as(String program, String rest) throws Exception {
    return server.send(program, "a.txt" + rest, BodyPublishers.ofString("c"));
  }

  @Test
  void othersUploadsAreNotThere() throws Exception {
    server.send("anna", "a.txt", BodyPublishers.ofString("x"));

    assertThat(server.get("bert", "/uploads/1").statusCode()).isEqualTo(404);
    assertThat(server.get("operator", "/uploads/1").statusCode()).isEqualTo(200);
    assertThat(server.get("anna", "/uploads/2").statusCode()).isEqualTo(404);
    assertThat(server.get("reader", "/uploads/1").statusCode()).isEqualTo(403);
    assertThat(server.send("reader", "a.txt", BodyPublishers.ofString("x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeOrWhileItComes() throws Exception {
    assertThat(
            server.send("anna", "a", BodyPublishers.ofByteArray(new byte[MOST + 1])).statusCode())
        .isEqualTo(413);
    HttpResponse<String> late = server.send("anna", "a", unannounced(MOST + 1));
    assertThat(late.statusCode()).isEqualTo(413);
    assertThat(late.headers().firstValue("Upload-Limit")).hasValue("max-size=" + MOST);
    assertThat(server.send("anna", "a", unannounced(MOST)).statusCode()).isEqualTo(202);
    await().until(() -> server.files().isEmpty());
  }

  @Test
  void aFullDiskIsToldAsOne() throws Exception {
    server.room.set(1_000);

    assertThat(server.send("anna", "a", BodyPublishers.ofByteArray(new byte[2_000])).statusCode())
        .isEqualTo(507);
    assertThat(server.send("anna", "a", unannounced(2_000)).statusCode()).isEqualTo(507);
    assertThat(server.files()).isEmpty();
  }

  @Test
  void aNameAndAKnownSourceAreNeeded() throws Exception {
    assertThat(post("/conversations").statusCode()).isEqualTo(400);
    assertThat(post("/conversations?name=a.txt&source=unknown").statusCode()).isEqualTo(400);
    assertThat(server.files()).isEmpty();
    assertThat(server.send("anna", "客".repeat(300) + ".txt", unannounced(1)).statusCode())
        .isEqualTo(202);
  }

  private HttpResponse<String> post(String path) throws Exception {
    return server.send(server.request("anna", path).POST(BodyPublishers.ofString("x")));
  }

  /** Headers and parameters that would steer a route elsewhere say nothing here. */
  @Test
  void headersOfRoutesHaveNoEffect() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("anna", "/conversations?name=a.txt")
                .header("CamelFileName", "../../evil.txt")
                .header("CAmelHttpUri", "http://127.0.0.1:1/")
                .header("CamelBeanMethodName", "close")
                .POST(BodyPublishers.ofString("x")));

    assertThat(answer.statusCode()).isEqualTo(202);
    await().until(() -> server.taker.taken().contains("a.txt"));
    assertThat(post("/conversations?name=a.txt&CamelFileName=b.txt").statusCode()).isEqualTo(400);
    assertThat(server.taker.taken()).containsExactly("a.txt");
  }

  /** One that breaks off leaves nothing, and its place to the next. */
  @Test
  void anInterruptedUploadLeavesNothingBehind() throws Exception {
    String head =
        "POST /api/v1/conversations?name=a.wav HTTP/1.1\r\nHost: x\r\nCaller: anna\r\n"
            + "Content-Length: 200000\r\n\r\nbeginning";
    try (Socket one = server.connect(head);
        Socket two = server.connect(head)) {
      await().until(() -> server.files().size() == 2);
      HttpResponse<String> third = server.send("bert", "b.txt", unannounced(1));
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).isPresent();
      assertThat(one.isConnected() && two.isConnected()).isTrue();
    }

    await().until(() -> server.files().isEmpty());
    assertThat(server.send("bert", "b.txt", unannounced(1)).statusCode()).isEqualTo(202);
    assertThat(server.audit.lines()).containsExactly("bert upload  upload 1");
  }

  @Test
  void whoSendsNothingOrHardlyAnythingIsTurnedAway() throws Exception {
    server.close();
    server =
        new UploadServer(
            folder.resolve("slow"),
            new UploadSettings(MOST, 2, Duration.ofMillis(150), 100_000, 3, Duration.ofDays(7)));
    String head =
        "POST /api/v1/conversations?name=a.wav HTTP/1.1\r\nHost: x\r\nCaller: anna\r\n"
            + "Content-Length: 200000\r\n\r\n";
    try (Socket silent = server.connect(head);
        Socket slow = server.connect(head)) {
      assertThat(firstLine(silent)).contains(" 408 ");
      // A byte now and then keeps the connection alive, but is not enough.
      await()
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                slow.getOutputStream().write('x');
                return slow.getInputStream().available() > 0;
              });
      assertThat(firstLine(slow)).contains(" 408 ");
    }
    await().until(() -> server.files().isEmpty());
  }

  private static String firstLine(Socket socket) throws Exception {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c > 0 && c != '\n'; ) {
      line.append((char) c);
      c = socket.getInputStream().read();
    }
    return line.toString();
  }
}
