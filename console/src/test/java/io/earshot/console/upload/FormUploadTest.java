package io.earshot.console.upload;

import static io.earshot.console.upload.UploadServer.field;
import static io.earshot.console.upload.UploadServer.file;
import static io.earshot.console.upload.UploadServer.json;
import static io.earshot.console.upload.UploadServer.keepsToTheContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, those of honest senders and others. */
class FormUploadTest extends ServedUploads {
  private static final String END = "--XX--\r\n";

  @Test
  void twoFilesOfACallAndWhatIsKnownOfThemAreOneUpload() throws Exception {
    HttpResponse<String> answer =
        server.form(
            "anna",
            field("source", "dialler")
                + file("call-agent.wav", "c1")
                + field("metadata", "{\"agent\": \"Zoë\"}")
                + file("call-caller.wav", "c1")
                + field("model", "large")
                + field("mapping", "columns: {}")
                + END);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode upload = keepsToTheContract(answer);
    assertThat(upload.at("/files").toString())
        .isEqualTo("[\"call-agent.wav\",\"call-caller.wav\"]");
    assertThat(upload.at("/bytes").asInt()).isEqualTo(4);
    await().until(() -> json(server.get("anna", "/uploads/1")).at("/total").asInt() == 1);
    assertThat(server.taker.taken()).containsExactly("call-agent.wav+call-caller.wav");
    assertThat(server.taker.told())
        .containsOnly(new Told("dialler", "", "large", "columns: {}", "{\"agent\": \"Zoë\"}"));
    assertThat(server.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "C:\\\\windows\\\\system32\\\\x.txt",
        "a\u0000b.txt",
        "..",
        "\u202egpj.exe",
        ".hidden",
        "",
        "a/b/../../../c.txt"
      })
  void namesLeadNowhere(String name) throws Exception {
    server.taker.trouble("put off");

    HttpResponse<String> answer = server.form("anna", file(name, "c") + END);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    Path uploads = folder.resolve("uploads");
    assertThat(server.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.normalize()).startsWith(uploads.resolve("received"));
              assertThat(uploads.relativize(file).getNameCount()).isEqualTo(3);
              assertThat(file.getFileName().toString()).doesNotStartWith(".");
            });
  }

  @Test
  void aNameOfFiveThousandCharactersIsCut() throws Exception {
    server.taker.trouble("put off");

    HttpResponse<String> answer = server.form("anna", file("客".repeat(5_000) + ".wav", "c") + END);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).at("/name").asText()).hasSizeLessThan(100).endsWith(".wav");
  }

  @Test
  void whatIsNoProperFormIsRefusedAndLeavesNothing() throws Exception {
    String one = file("a.txt", "c");
    refused("no field named file", field("language", "en") + END);
    refused("two fields", field("language", "en") + field("language", "zh") + one + END);
    refused("another name", one + field("CamelFileName", "evil") + END);
    refused("same name", one + file("a.txt", "d") + END);
    refused("breaks off", one);
    refused("breaks off", one + "--X");
    refused("breaks off", "");
    refused("64 files", manyFiles(65) + END);
    refused("16384 bytes", one + "--XX\r\nContent-Type: " + "x".repeat(20_000) + "\r\n\r\nc\r\n");
    refused("begin with", "x".repeat(70_000) + one + END);
    refused("does not end its line", one + "--XXY\r\n\r\n" + END);
    refused("no Content-Disposition", "--XX\r\nContent-Type: text/plain\r\n\r\nc\r\n" + END);
    refused("upload source", one + field("source", "unknown") + END);
    assertThat(server.form("anna", one + field("language", "x".repeat(41)) + END).statusCode())
        .isEqualTo(413);
    assertThat(server.taker.taken()).isEmpty();
  }

  private static String manyFiles(int count) {
    StringBuilder files = new StringBuilder();
    for (int i = 0; i < count; i++) {
      files.append(file("f" + i, "c"));
    }
    return files.toString();
  }

  private void refused(String why, String form) throws Exception {
    HttpResponse<String> answer = server.form("anna", form);
    assertThat(answer.statusCode()).as("%s: %s", why, answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).at("/detail").asText()).contains(why);
    await().until(() -> server.files().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "MULTIPART/FORM-DATA; boundary="
      })
  void aFormNeedsABoundary(String type) throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("anna", "/conversations")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(file("a", "c") + END)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(server.form("anna", file("a", "c") + END).statusCode())
        .as("its place is free again")
        .isEqualTo(202);
  }

  @Test
  void nothingIsToldTwice() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .request("anna", "/conversations?name=b.txt")
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(BodyPublishers.ofString(file("a", "c") + END)));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  /** What is announced is all that is read: the rest would be the next request. */
  @Test
  void aWrongLengthCutsTheForm() throws Exception {
    String form = file("a.txt", "c") + END;
    for (int announced : new int[] {form.length() - 20, form.length() + 20}) {
      try (Socket socket =
          server.connect(
              String.format(
                  Locale.ROOT,
                  "POST /api/v1/conversations HTTP/1.1\r\nHost: x\r\nCaller: anna\r\n"
                      + "Content-Type: multipart/form-data; boundary=XX\r\n"
                      + "Content-Length: %d\r\n\r\n%s",
                  announced,
                  form))) {
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      }
    }
    await().until(() -> server.files().isEmpty());
    assertThat(server.get("anna", "/uploads/1").statusCode()).isEqualTo(404);
  }

  @Test
  void theLimitIsAFilesAndNotTheForms() throws Exception {
    String large = "c".repeat(UploadServer.MOST);
    assertThat(server.form("anna", file("a", large) + file("b", large) + END).statusCode())
        .isEqualTo(202);
    assertThat(server.form("anna", file("a", large) + file("b", large + "c") + END).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aFileOfAFormMayBeTooLargeForTheDisk() throws Exception {
    server.room.set(40_000);

    HttpResponse<String> answer = server.form("anna", file("a", "c".repeat(39_900)) + END);
    assertThat(answer.statusCode()).isEqualTo(507);
    await().until(() -> server.files().isEmpty());
  }
}
