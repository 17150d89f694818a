package io.earshot.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.console.ConsoleSettings;
import io.earshot.console.Listening;
import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and whom they are kept from. */
class HeadersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/c/x", "/api", "/api/v1/session", "/api/nothing", "/assets/no.js"})
  void everyAnswerCarriesThem(String path) throws Exception {
    try (TestConsole console = TestConsole.start(folder)) {
      TestReply reply = console.stranger().page(path);

      String policy = reply.header("Content-Security-Policy");
      assertThat(policy)
          .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
          .contains("script-src 'self';")
          .doesNotContain("unsafe", "*", "http:");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Permissions-Policy")).contains("microphone=()");
      assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(reply.header("Strict-Transport-Security")).isEmpty();
      assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(reply.header("Content-Type")).isNotEmpty();
    }
  }

  @Test
  void eachPageHasItsOwnNonce() throws Exception {
    try (TestConsole console = TestConsole.start(folder)) {
      TestReply one = console.stranger().page("/api");
      TestReply other = console.stranger().page("/api");

      String nonce = nonce(one);
      assertThat(nonce).isNotEqualTo(nonce(other)).hasSizeGreaterThan(20);
      assertThat(one.text()).contains("nonce=\"" + nonce + "\"").doesNotContain("__NONCE__");
    }
  }

  private static String nonce(TestReply reply) {
    return reply
        .header("Content-Security-Policy")
        .replaceAll(".*style-src 'self' 'nonce-([^']+)'.*", "$1");
  }

  @Test
  void whatTheApiAnswersIsNoDocument() throws Exception {
    try (TestConsole console = TestConsole.start(folder)) {
      TestReply reply = console.as(Role.AGENT).get("/session");

      assertThat(reply.header("Content-Security-Policy")).contains("sandbox");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void underHttpsBrowsersStayThereAndTheCookieIsTheHostsAlone() throws Exception {
    Section section = Section.parse("public_url: https://earshot.example", "test");
    ConsoleSettings settings = ConsoleSettings.from(section);
    try (TestConsole console = TestConsole.start(folder, settings, new Listening(true, false))) {
      console.add("ann", UserRights.of("Ann", Role.SUPERVISOR));
      TestReply reply =
          console
              .stranger()
              .with("Host", "earshot.example")
              .with("Origin", "https://earshot.example")
              .post("/session", Map.of("name", "ann", "password", TestConsole.PASSWORD));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=63072000");
      assertThat(reply.header("Set-Cookie"))
          .startsWith("__Host-earshot_session=")
          .contains("Secure", "Path=/");
    }
  }

  @Test
  void namesThatAreNotThisMachinesAreNotServed() throws Exception {
    try (TestConsole console = TestConsole.start(folder)) {
      TestClient client = console.stranger();

      assertThat(client.with("Host", "evil.example").page("/").status()).isEqualTo(421);
      assertThat(client.with("Host", "evil.example").get("/sign-in-ways").status()).isEqualTo(421);
      for (String own : List.of("localhost", "127.0.0.1:99", "[::1]:80")) {
        assertThat(client.with("Host", own).page("/").status()).as(own).isEqualTo(200);
      }
    }
  }

  @Test
  void noPathLeavesTheFolderOfThePages() throws Exception {
    try (TestConsole console = TestConsole.start(folder)) {
      for (String path :
          List.of(
              "/assets/../openapi.yaml",
              "/assets/%2e%2e/openapi.yaml",
              "/assets/..%2fopenapi.yaml",
              "/assets//etc/passwd.txt",
              "/..%5copenapi.yaml")) {
        TestReply reply = console.stranger().page(path);
        assertThat(reply.text()).as(path).doesNotContain("openapi: 3.1", "root:");
      }
    }
  }
}
