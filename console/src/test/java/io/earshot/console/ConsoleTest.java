package io.earshot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
  @TempDir Path folder;
  private TestConsole console;

  @BeforeEach
  void start() throws Exception {
    console = TestConsole.start(folder);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void theFirstStartMakesAnAdministratorWhoMustChangeThePassword() {
    String password = console.console().firstPassword().orElseThrow();
    TestClient admin = console.stranger().signedIn("admin", password);

    assertThat(admin.get("/session").at("/must_change_password")).isEqualTo("true");
    assertThat(admin.get("/users").status()).isEqualTo(403);

    Map<String, String> change = Map.of("current", password, "password", TestConsole.PASSWORD);
    assertThat(admin.put("/session/password", change).status()).isEqualTo(204);
    assertThat(admin.get("/users").status()).isEqualTo(200);
  }

  @Test
  void aLaterStartMakesNobody() throws Exception {
    console.close();
    console = TestConsole.start(folder);

    assertThat(console.console().firstPassword()).isEmpty();
  }

  @Test
  void whoMayWriteTheFileGivesANewPasswordWhileTheServiceRuns() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    TestClient ann = console.stranger().signedIn("ann", TestConsole.PASSWORD);
    Path file = folder.resolve("console.db");

    String password = Console.resetPassword(file, ConsoleSettings.defaults(), "ann");

    assertThat(ann.get("/session").status()).isEqualTo(401);
    TestClient again = console.stranger().signedIn("ann", password);
    assertThat(again.get("/session").at("/must_change_password")).isEqualTo("true");
    assertThatThrownBy(() -> Console.resetPassword(file, ConsoleSettings.defaults(), "nobody"))
        .hasMessageContaining("There is no user nobody");
  }

  @Test
  void whoIsNotSignedInIsTurnedAway() {
    TestReply reply = console.stranger().get("/users");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void everybodySeesTheContract() {
    TestClient agent = console.as(Role.AGENT);

    assertThat(agent.get("/openapi.yaml").text()).startsWith("openapi: 3.1");
    assertThat(agent.page("/api").text()).contains("findConversations", "<summary>");
  }

  @Test
  void longAnswersArePackedForWhoCanUnpackAndTokensNever() throws Exception {
    TestClient packing = console.as(Role.AGENT).with("Accept-Encoding", "br, gzip");

    TestReply contract = packing.page("/api/v1/openapi.yaml");
    assertThat(contract.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(contract.header("Vary")).contains("Accept-Encoding");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(contract.bytes()))) {
      assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(packing.with("Accept-Encoding", "").get("/openapi.yaml").text());
    }
    assertThat(packing.get("/session").header("Content-Encoding")).isEmpty();
  }

  @Test
  void everyAddressThatIsNoFileIsAStateOfThePage() {
    assertThat(console.stranger().page("/c/abc?t=83.4").header("Content-Type"))
        .isEqualTo("text/html; charset=utf-8");
    assertThat(console.stranger().page("/assets/none.js").status()).isEqualTo(404);
    assertThat(console.stranger().page("/api/v2/users").status()).isEqualTo(404);
  }
}
