package io.earshot.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.access.Right;
import io.earshot.console.http.Problem;
import io.earshot.console.testing.TestingAudit;
import io.earshot.console.testing.TestingConsole;
import io.earshot.console.testing.TestingGate;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineSectionTest {
  @TempDir Path folder;

  private final TestingAudit audit = new TestingAudit();
  private final TestingGate gate =
      new TestingGate()
          .admit("operator", Right.OPERATE)
          .admit("trusted", Right.OPERATE, Right.REVEAL)
          .admit("supervisor", Right.SEARCH, Right.REVEAL);
  private TestingConsole console;

  /** One broken recording, one part of a table. */
  private final class Kept implements QuarantineView {
    @Override
    public Page page(int offset, int limit) {
      Item item = new Item("0a", "a.wav", "transcribe", "bad_input", "broken", Instant.EPOCH, 7);
      return new Page(1, offset == 0 ? List.of(item) : List.of());
    }

    @Override
    public boolean retry(String id, String by) {
      if (id.equals("0b")) {
        throw Problem.conflict("only a part");
      }
      return id.equals("0a");
    }

    @Override
    public Optional<KeptFile> file(String id) {
      return id.equals("0a")
          ? Optional.of(new KeptFile("通话\"\r\n.wav", folder.resolve("a"), true))
          : Optional.empty();
    }
  }

  @BeforeEach
  void serve() {
    QuarantineSection section = new QuarantineSection(new Kept(), audit);
    console = new TestingConsole(gate, audit, List.of(section::register));
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void showsAPage() throws Exception {
    HttpResponse<String> answer = console.get("operator", "/quarantine?limit=5");

    assertThat(answer.body()).contains("\"total\":1", "\"reason\":\"broken\"", "\"bytes\":7");
    assertThat(console.get("operator", "/quarantine?offset=9").body()).contains("\"items\":[]");
    assertThat(console.get("supervisor", "/quarantine").statusCode()).isEqualTo(403);
  }

  @Test
  void triesAgainWhatIsThere() throws Exception {
    assertThat(retry("0a").statusCode()).isEqualTo(202);
    assertThat(retry("0b").statusCode()).isEqualTo(409);
    assertThat(retry("0c").statusCode()).isEqualTo(404);
    assertThat(audit.lines()).containsExactly("operator retry 0a");
  }

  private HttpResponse<String> retry(String id) throws Exception {
    return console.send(
        console.request("operator", "/quarantine/" + id + "/retry").POST(BodyPublishers.noBody()));
  }

  @Test
  void handsTheFileOutOnlyToThoseWhoMayReveal() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "the bytes");

    HttpResponse<String> answer = console.get("trusted", "/quarantine/0a/file");

    assertThat(answer.body()).isEqualTo("the bytes");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"")
        .contains("%22%0D%0A.wav")
        .doesNotContain("\n");
    assertThat(console.get("operator", "/quarantine/0a/file").statusCode()).isEqualTo(403);
    assertThat(console.get("trusted", "/quarantine/0c/file").statusCode()).isEqualTo(404);
    assertThat(audit.lines())
        .containsExactly("trusted download 0a quarantine", "operator denied 0a getQuarantinedFile");
    assertThat(file).doesNotExist();
  }
}
