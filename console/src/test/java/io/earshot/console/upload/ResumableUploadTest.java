package io.earshot.console.upload;

import static io.earshot.console.upload.UploadServer.MOST;
import static io.earshot.console.upload.UploadServer.json;
import static io.earshot.console.upload.UploadServer.keepsToTheContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Uploads that break off and are gone on with, as the draft has it. */
class ResumableUploadTest extends ServedUploads {
  private HttpRequest.Builder creation(String user, boolean complete) {
    return server
        .request(user, "/conversations?name=call.txt")
        .header("Upload-Complete", complete ? "?1" : "?0");
  }

  private HttpResponse<String> create(String content) throws Exception {
    return server.send(creation("anna", false).POST(BodyPublishers.ofString(content)));
  }

  private HttpRequest.Builder patch(String user, int number, long offset, boolean complete) {
    return server
        .request(user, "/uploads/" + number)
        .header("Upload-Offset", "" + offset)
        .header("Upload-Complete", complete ? "?1" : "?0")
        .header("Content-Type", "application/partial-upload");
  }

  private HttpResponse<String> append(int number, long offset, boolean complete, String content)
      throws Exception {
    return server.send(
        patch("anna", number, offset, complete).method("PATCH", BodyPublishers.ofString(content)));
  }

  private HttpResponse<String> head(String user, int number) throws Exception {
    return server.send(
        server.request(user, "/uploads/" + number).method("HEAD", BodyPublishers.noBody()));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private String offset(int number) throws Exception {
    return header(head("anna", number), "Upload-Offset");
  }

  @Test
  void whatComesInPiecesIsOneFile() throws Exception {
    HttpResponse<String> created = create("con");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(header(created, "Location")).isEqualTo("/api/v1/uploads/1");
    assertThat(header(created, "Upload-Limit")).startsWith("max-size=" + MOST + ", max-age=6047");
    assertThat(keepsToTheContract(created).at("/status").asText()).isEqualTo("arriving");

    HttpResponse<String> more = append(1, 3, false, "versa");
    assertThat(more.statusCode()).as(more.body()).isEqualTo(204);
    assertThat(header(more, "Upload-Complete")).isEqualTo("?0");
    assertThat(header(more, "Upload-Offset")).isEqualTo("8");

    HttpResponse<String> last = append(1, 8, true, "tion");
    assertThat(last.statusCode()).as(last.body()).isEqualTo(202);
    assertThat(header(last, "Upload-Complete")).isEqualTo("?1");
    assertThat(keepsToTheContract(last).at("/bytes").asInt()).isEqualTo(12);
    await().until(() -> server.taker.taken().contains("call.txt"));
    await().until(() -> json(server.get("anna", "/uploads/1")).at("/total").asInt() == 1);
    assertThat(json(server.get("anna", "/uploads/1")).at("/conversations/0/id").asText())
        .isEqualTo("conversation");
    assertThat(server.audit.lines()).containsExactly("anna upload  upload 1");
    HttpResponse<String> after = head("anna", 1);
    assertThat(header(after, "Upload-Complete")).isEqualTo("?1");
    assertThat(header(after, "Upload-Offset")).isEqualTo("12");
    assertThat(header(after, "Upload-Length")).isEqualTo("12");
    await().until(() -> server.files().isEmpty());
  }

  @Test
  void anEmptyBeginningAndAnEmptyEndAreFine() throws Exception {
    create("");
    append(1, 0, false, "all");
    assertThat(append(1, 3, true, "").statusCode()).isEqualTo(202);
  }

  /** The bytes that came count, the request is told where to go on, and nothing is sent twice. */
  @Test
  void whatBreaksOffIsGoneOnWithAlsoByTheNextProcess() throws Exception {
    byte[] content = new byte[MOST];
    new Random(5).nextBytes(content);
    String head =
        "POST /api/v1/conversations?name=call.wav HTTP/1.1\r\nHost: x\r\nCaller: anna\r\n"
            + "Upload-Complete: ?1\r\nContent-Length: "
            + MOST
            + "\r\n\r\n";
    try (Socket socket = server.connect(head)) {
      byte[] interim = new byte[60];
      socket.getInputStream().readNBytes(interim, 0, 60);
      assertThat(new String(interim, StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 104 Upload Resumption Supported\r\n");
      socket.getOutputStream().write(content, 0, 100_000);
    }
    await().until(() -> Integer.parseInt(offset(1)) > 0);
    int first = Integer.parseInt(offset(1));
    assertThat(first).isLessThanOrEqualTo(100_000);
    assertThat(header(head("anna", 1), "Upload-Length")).isEqualTo("" + MOST);

    server.restart();

    assertThat(offset(1)).isEqualTo("" + first);
    server.taker.trouble("put off, so that the file can be looked at");
    HttpResponse<String> rest =
        server.send(
            patch("anna", 1, first, true)
                .method("PATCH", BodyPublishers.ofByteArray(content, first, MOST - first)));
    assertThat(rest.statusCode()).as(rest.body()).isEqualTo(202);
    assertThat(server.files())
        .singleElement()
        .satisfies(file -> assertThat(Files.readAllBytes(file)).isEqualTo(content));
  }

  /** Killed after the file had its name and before a row said so. */
  @Test
  void aProcessThatDiesAtTheEndLeavesTheUploadAsItWas() throws Exception {
    create("con");
    Path half = server.files().get(0);
    Path named = folder.resolve("uploads/received/x-0/call.txt");
    Files.createDirectories(named.getParent());
    Files.createLink(named, half);

    server.restart();

    assertThat(server.files()).containsExactly(half);
    assertThat(append(1, 3, true, "versation").statusCode()).isEqualTo(202);
  }

  @Test
  void aRepeatedCreationSaysWhereToGoOn() throws Exception {
    HttpRequest.Builder creation = creation("anna", false).header("Idempotency-Key", "k");
    server.send(creation.POST(BodyPublishers.ofString("con")));

    HttpResponse<String> again = server.send(creation.POST(BodyPublishers.ofString("con")));

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(header(again, "Location")).isEqualTo("/api/v1/uploads/1");
    assertThat(header(again, "Upload-Offset")).isEqualTo("3");
    append(1, 3, true, "versation");
    assertThat(server.send(creation.POST(BodyPublishers.ofString("con"))).statusCode())
        .isEqualTo(202);
  }

  @Test
  void offsetsThatLieAreToldTheTruth() throws Exception {
    create("conver");

    for (long wrong : new long[] {0, 5, 7, 999_999_999_999L}) {
      HttpResponse<String> answer = append(1, wrong, true, "sation");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(header(answer, "Upload-Offset")).isEqualTo("6");
      assertThat(json(answer).at("/type").asText()).endsWith("#mismatching-upload-offset");
      assertThat(json(answer).at("/expected-offset").asInt()).isEqualTo(6);
    }
    for (String none : new String[] {"-1", "x", "1e3", "99999999999999999999", "6, 6"}) {
      assertThat(
              server
                  .send(
                      server
                          .request("anna", "/uploads/1")
                          .header("Upload-Offset", none)
                          .header("Upload-Complete", "?1")
                          .header("Content-Type", "application/partial-upload")
                          .method("PATCH", BodyPublishers.ofString("x")))
                  .statusCode())
          .as(none)
          .isEqualTo(400);
    }
    assertThat(offset(1)).isEqualTo("6");
  }

  @Test
  void onlyTheRightKindOfPatchIsTaken() throws Exception {
    create("conver");
    HttpResponse<String> otherType =
        server.send(
            server
                .request("anna", "/uploads/1")
                .header("Upload-Offset", "6")
                .header("Upload-Complete", "?1")
                .header("Content-Type", "application/octet-stream")
                .method("PATCH", BodyPublishers.ofString("x")));
    assertThat(otherType.statusCode()).isEqualTo(415);
    assertThat(header(otherType, "Accept-Patch")).isEqualTo("application/partial-upload");
    assertThat(
            server
                .send(
                    server
                        .request("anna", "/uploads/1")
                        .header("Upload-Offset", "6")
                        .header("Upload-Complete", "yes")
                        .header("Content-Type", "application/partial-upload")
                        .method("PATCH", BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoeverElseAsksFindsNothing() throws Exception {
    create("con");

    assertThat(head("bert", 1).statusCode()).isEqualTo(404);
    assertThat(head("operator", 1).statusCode()).isEqualTo(404);
    assertThat(
            server
                .send(patch("bert", 1, 3, true).method("PATCH", BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(404);
    assertThat(server.send(server.request("bert", "/uploads/1").DELETE()).statusCode())
        .isEqualTo(404);
    assertThat(server.send(server.request("reader", "/uploads/1").DELETE()).statusCode())
        .isEqualTo(403);
    assertThat(append(99, 0, true, "x").statusCode()).isEqualTo(404);
    assertThat(offset(1)).isEqualTo("3");
  }

  @Test
  void aCompleteOneCannotBeChanged() throws Exception {
    create("con");
    append(1, 3, true, "versation");

    for (String more : new String[] {"", "more"}) {
      HttpResponse<String> answer = append(1, 12, true, more);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(header(answer, "Upload-Complete")).isEqualTo("?1");
      assertThat(json(answer).at("/type").asText()).endsWith("#completed-upload");
    }
    assertThat(server.send(server.request("anna", "/uploads/1").DELETE()).statusCode())
        .isEqualTo(409);
  }

  @Test
  void lengthsMustAgree() throws Exception {
    HttpRequest.Builder announced = creation("anna", false).header("Upload-Length", "10");
    assertThat(server.send(announced.POST(BodyPublishers.ofString("12345"))).statusCode())
        .isEqualTo(201);

    HttpResponse<String> tooShort = append(1, 5, true, "67");
    assertThat(tooShort.statusCode()).isEqualTo(400);
    assertThat(json(tooShort).at("/type").asText()).endsWith("#inconsistent-upload-length");
    assertThat(append(1, 5, false, "678901").statusCode()).isEqualTo(400);
    HttpRequest.Builder other = patch("anna", 1, 5, false).header("Upload-Length", "11");
    assertThat(server.send(other.method("PATCH", BodyPublishers.ofString("67"))).statusCode())
        .isEqualTo(400);
    assertThat(offset(1)).isEqualTo("5");

    // Unannounced, it is only seen when it is too late: then nobody knows what is right.
    HttpRequest.Builder unannounced = patch("anna", 1, 5, false);
    assertThat(server.send(unannounced.method("PATCH", UploadServer.unannounced(400))).statusCode())
        .isEqualTo(400);
    assertThat(head("anna", 1).statusCode()).isEqualTo(404);
    await().until(() -> server.files().isEmpty());
  }

  /** The one that came first is most likely dead: the second goes on, and no byte is doubled. */
  @Test
  void ofTwoAtOnceTheLaterOneGoesOn() throws Exception {
    create("con");
    String head =
        "PATCH /api/v1/uploads/1 HTTP/1.1\r\nHost: x\r\nCaller: anna\r\nUpload-Complete: ?1\r\n"
            + "Upload-Offset: 3\r\nContent-Type: application/partial-upload\r\n"
            + "Content-Length: 9\r\n\r\nvers";
    try (Socket first = server.connect(head)) {
      await().until(() -> server.send("bert", "b.txt", BodyPublishers.ofString("x")) != null);
      // Asking for the offset ends the first one, and tells what came of it.
      await().until(() -> offset(1).equals("7"));
      HttpResponse<String> second = append(1, 7, true, "ation");
      assertThat(second.statusCode()).as(second.body()).isEqualTo(202);
      byte[] answer = first.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 409");
    }
    await().until(() -> json(server.get("anna", "/uploads/1")).at("/total").asInt() == 1);
    assertThat(json(server.get("anna", "/uploads/1")).at("/conversations/0/id").asText())
        .isEqualTo("conversation");
  }

  @Test
  void aFullDiskLosesNothing() throws Exception {
    create("con");
    server.room.set(5);

    assertThat(append(1, 3, true, "versation").statusCode()).isEqualTo(507);
    HttpRequest.Builder unannounced = patch("anna", 1, 3, false);
    assertThat(server.send(unannounced.method("PATCH", UploadServer.unannounced(9))).statusCode())
        .isEqualTo(507);
    assertThat(offset(1)).isEqualTo("3");
    server.room.set(1_000);
    assertThat(append(1, 3, true, "versation").statusCode()).isEqualTo(202);
  }

  @Test
  void noneGrowsBeyondTheLimit() throws Exception {
    HttpRequest.Builder announced = creation("anna", false).header("Upload-Length", "" + MOST + 1);
    HttpResponse<String> refused = server.send(announced.POST(BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(header(refused, "Upload-Limit")).isEqualTo("max-size=" + MOST);

    create("con");
    HttpRequest.Builder endless = patch("anna", 1, 3, false);
    assertThat(server.send(endless.method("PATCH", UploadServer.unannounced(MOST))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aSenderMayHaveSoManyUnfinished() throws Exception {
    for (int i = 0; i < UploadServer.SETTINGS.unfinished(); i++) {
      assertThat(create("x").statusCode()).isEqualTo(201);
    }
    assertThat(create("x").statusCode()).isEqualTo(429);
    assertThat(server.send(creation("bert", false).POST(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(201);

    assertThat(server.send(server.request("anna", "/uploads/1").DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(head("anna", 1).statusCode()).isEqualTo(404);
    assertThat(create("x").statusCode()).isEqualTo(201);
  }

  @Test
  void unfinishedOnesGoAfterAWhile() throws Exception {
    server.close();
    server =
        new UploadServer(
            folder,
            new UploadSettings(MOST, 2, Duration.ofSeconds(20), 1, 3, Duration.ofMillis(1)));
    create("x");
    assertThat(server.files()).hasSize(1);

    server.restart();

    await().until(() -> server.files().isEmpty());
    assertThat(head("anna", 1).statusCode()).isEqualTo(404);
  }

  @Test
  void whatMayBeHandedOverCanBeAsked() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server.request("anna", "/conversations").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Accept-Patch")).isEqualTo("application/partial-upload");
    assertThat(header(answer, "Upload-Limit")).isEqualTo("max-size=" + MOST);
  }

  @Test
  void aFormIsNotGoneOnWith() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("anna", "/conversations")
                .header("Upload-Complete", "?0")
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(BodyPublishers.ofString("--XX--")));

    assertThat(answer.statusCode()).isEqualTo(415);
  }
}
