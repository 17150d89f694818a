package io.earshot.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.user.UserRights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out, over HTTP. */
class SessionTest {
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

  private TestReply signIn(String name, String password) {
    return console.stranger().post("/session", Map.of("name", name, "password", password));
  }

  @Test
  void theCookieIsForThisSiteAloneAndNotForScripts() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));

    String cookie = signIn("ann", TestConsole.PASSWORD).header("Set-Cookie");

    assertThat(cookie)
        .startsWith("earshot_session=")
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void aSessionTellsWhoIsSignedInAndWhatTheyMay() {
    TestReply session = console.as(Role.SUPERVISOR).get("/session");

    assertThat(session.at("/user/name")).startsWith("supervisor");
    assertThat(session.json().at("/rights").toString()).contains("search").doesNotContain("reveal");
    assertThat(session.at("/version")).isEqualTo("test");
    assertThat(session.at("/idle_minutes")).isEqualTo("30");
  }

  @Test
  void changesNeedTheTokenOfTheSession() {
    TestClient client = console.as(Role.SUPERVISOR);
    TestClient other = console.as(Role.SUPERVISOR);
    String foreign = other.get("/session").at("/csrf_token");

    assertThat(client.with("X-CSRF-Token", "").put("/session/preferences", "{}").status())
        .isEqualTo(403);
    assertThat(client.with("X-CSRF-Token", foreign).put("/session/preferences", "{}").status())
        .isEqualTo(403);
    assertThat(client.put("/session/preferences", "{\"theme\":\"dark\"}").status()).isEqualTo(200);
    assertThat(client.get("/session").at("/preferences/theme")).isEqualTo("dark");
  }

  @Test
  void otherSitesPagesCanNotSendAnything() {
    TestClient client = console.as(Role.SUPERVISOR);

    assertThat(client.with("Origin", "https://evil.example").put("/session/preferences", "{}"))
        .extracting(TestReply::status)
        .isEqualTo(403);
    assertThat(client.with("Sec-Fetch-Site", "cross-site").put("/session/preferences", "{}"))
        .extracting(TestReply::status)
        .isEqualTo(403);
    assertThat(
            console
                .stranger()
                .with("Origin", "https://evil.example")
                .post("/session", Map.of("name", "x", "password", "y"))
                .status())
        .isEqualTo(403);
    assertThat(client.with("Origin", console.url()).put("/session/preferences", "{}").status())
        .isEqualTo(200);
  }

  @Test
  void signingInMakesANewSessionAndEndsTheOneBefore() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    TestClient first = console.stranger().signedIn("ann", TestConsole.PASSWORD);

    TestReply again =
        first.post("/session", Map.of("name", "ann", "password", TestConsole.PASSWORD));

    assertThat(again.status()).isEqualTo(200);
    assertThat(first.get("/session").status()).isEqualTo(401);
    TestClient fixed =
        console.stranger().with("Cookie", "earshot_session=chosen-by-somebody-else-0123456789");
    TestReply reply =
        fixed.post("/session", Map.of("name", "ann", "password", TestConsole.PASSWORD));
    assertThat(reply.header("Set-Cookie")).doesNotContain("chosen");
    assertThat(fixed.get("/session").status()).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSessionForGood() {
    TestClient client = console.as(Role.AGENT);

    TestReply reply = client.delete("/session");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(reply.header("Clear-Site-Data")).contains("storage");
    assertThat(client.get("/session").status()).isEqualTo(401);
  }

  @Test
  void anIdleSessionEnds() {
    TestClient client = console.as(Role.SUPERVISOR);
    console.clock().advance(Duration.ofMinutes(20));
    assertThat(client.get("/session").status()).isEqualTo(200);
    console.clock().advance(Duration.ofMinutes(20));
    assertThat(client.get("/session").status()).isEqualTo(200);

    console.clock().advance(Duration.ofMinutes(31));

    assertThat(client.get("/session").status()).isEqualTo(401);
  }

  @Test
  void noSessionOutlivesTheDay() {
    TestClient client = console.as(Role.SUPERVISOR);
    for (int i = 0; i < 35; i++) {
      console.clock().advance(Duration.ofMinutes(20));
      assertThat(client.get("/session").status()).isEqualTo(200);
    }

    console.clock().advance(Duration.ofMinutes(21));

    assertThat(client.get("/session").status()).isEqualTo(401);
  }

  @Test
  void wrongPasswordsAreRefusedForAWhile() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    console.add("bob", UserRights.of("Bob", Role.SUPERVISOR));
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("ann", "wrong").status()).isEqualTo(401);
    }

    TestReply refused = signIn("ann", TestConsole.PASSWORD);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 901);
    assertThat(signIn("ANN", TestConsole.PASSWORD).status()).isEqualTo(429);
    assertThat(signIn("bob", TestConsole.PASSWORD).status()).isEqualTo(200);
    console.clock().advance(Duration.ofMinutes(16));
    assertThat(signIn("ann", TestConsole.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void manyNamesFromOneAddressAreRefusedToo() {
    for (int i = 0; i < 50; i++) {
      assertThat(signIn("nobody" + i, "wrong").status()).isEqualTo(401);
    }

    assertThat(signIn("nobody51", "wrong").status()).isEqualTo(429);
  }

  @Test
  void unknownNamesAreAnsweredLikeWrongPasswordsAndNotNoted() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));

    assertThat(signIn("my secret password", "x").text()).isEqualTo(signIn("ann", "x").text());
    TestReply audit = console.as(Role.ADMINISTRATOR).get("/audit?action=sign_in_failed");
    assertThat(audit.text()).doesNotContain("my secret");
    assertThat(audit.at("/entries/0/user")).isEqualTo("ann");
    assertThat(audit.at("/entries/1/detail")).isEqualTo("unknown name");
  }

  @Test
  void aNewPasswordMustBeGoodAndEndsOtherSessions() {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    TestClient here = console.stranger().signedIn("ann", TestConsole.PASSWORD);
    TestClient elsewhere = console.stranger().signedIn("ann", TestConsole.PASSWORD);

    for (String bad :
        List.of("short", "password1234", "P@ssw0rd12345", "earshot12345", "annannannann")) {
      assertThat(change(here, TestConsole.PASSWORD, bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(change(here, "wrong", "a quite new pass phrase").status()).isEqualTo(400);
    String unusual = "пароль 密码 🔑 with spaces, " + "x".repeat(60);
    assertThat(change(here, TestConsole.PASSWORD, unusual).status()).isEqualTo(204);

    assertThat(here.get("/session").status()).isEqualTo(200);
    assertThat(elsewhere.get("/session").status()).isEqualTo(401);
    assertThat(signIn("ann", unusual).status()).isEqualTo(200);
    assertThat(signIn("ann", unusual.strip() + " ").status()).isEqualTo(401);
  }

  private static TestReply change(TestClient client, String current, String password) {
    return client.put("/session/password", Map.of("current", current, "password", password));
  }

  @Test
  void nothingOnDiskLetsOneIn() throws Exception {
    console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
    String cookie = signIn("ann", TestConsole.PASSWORD).header("Set-Cookie");
    String id = cookie.replaceAll("earshot_session=([^;]+);.*", "$1");
    String first = console.console().firstPassword().orElseThrow();

    for (Path file : Files.list(folder).toList()) {
      String content = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(content.contains(id)).isFalse();
      assertThat(content.contains(TestConsole.PASSWORD)).isFalse();
      assertThat(content.contains(first)).isFalse();
    }
  }
}
