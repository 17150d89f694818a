package io.earshot.console.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.console.ConsoleSettings;
import io.earshot.console.Listening;
import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a provider, over real HTTP on both sides. */
class OidcTest {
  @TempDir Path folder;
  private FakeProvider provider;
  private TestConsole console;

  @BeforeEach
  void start() throws Exception {
    provider = new FakeProvider();
    Section section =
        Section.parse(
            """
            public_url: http://localhost:8080
            oidc:
              issuer: %s
              client_id: %s
              name: Example
              roles: {qa: supervisor, it: administrator}
            """
                .formatted(provider.issuer(), FakeProvider.CLIENT),
            "test");
    ConsoleSettings settings = ConsoleSettings.from(section);
    section.verify();
    console = TestConsole.start(folder, settings, new Listening(true, false));
  }

  @AfterEach
  void close() throws Exception {
    console.close();
    provider.close();
  }

  /** Sent to the provider, signed in there, and back: what the last step answers. */
  private TestReply signIn() {
    TestReply sent = console.stranger().page("/sign-in/oidc?to=%2Fc%2Fabc%3Ft%3D1");
    assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
    String code = provider.authorize(sent.header("Location"));
    return back(sent, code, provider.state(code));
  }

  private TestReply back(TestReply sent, String code, String state) {
    return console
        .stranger()
        .with("Cookie", sent.header("Set-Cookie").replaceAll(";.*", ""))
        .page("/sign-in/oidc/callback?code=%s&state=%s".formatted(code, state));
  }

  private TestClient client(TestReply signedIn) {
    String cookie =
        signedIn.headers("Set-Cookie").stream()
            .filter(header -> header.startsWith("earshot_session="))
            .findFirst()
            .orElseThrow()
            .replaceAll(";.*", "");
    return console.stranger().with("Cookie", cookie);
  }

  private void refused(String how) {
    TestReply reply = signIn();

    assertThat(reply.header("Location")).isEqualTo("/?sign_in=" + how);
    assertThat(reply.headers("Set-Cookie"))
        .noneMatch(header -> header.startsWith("earshot_session"));
  }

  @Test
  void theFirstSignInMakesAUserWithTheMappedRole() {
    assertThat(console.stranger().get("/sign-in-ways").at("/oidc")).isEqualTo("Example");

    TestReply reply = signIn();

    assertThat(reply.header("Location")).isEqualTo("/c/abc?t=1");
    TestReply session = client(reply).get("/session");
    assertThat(session.at("/user/name")).isEqualTo("li.na");
    assertThat(session.at("/user/display_name")).isEqualTo("Li Na");
    assertThat(session.at("/user/roles/0")).isEqualTo("supervisor");
    assertThat(session.at("/must_change_password")).isEqualTo("false");
    assertThat(console.as(Role.ADMINISTRATOR).get("/audit?action=sign_in&user=li.na").at("/total"))
        .isEqualTo("1");
  }

  @Test
  void theProviderGivesRolesAnewAtEachSignIn() {
    signIn();
    provider.roles = List.of("it", "other");

    assertThat(client(signIn()).get("/session").at("/user/roles/0")).isEqualTo("administrator");
  }

  @Test
  void whoHasNoKnownRoleIsRefused() {
    provider.roles = List.of("visitors");

    refused("refused");
  }

  @Test
  void nobodyTakesOverAUserOfTheSameName() {
    console.add("li.na", TestConsole.everything());

    refused("failed");
  }

  @Test
  void tokensOfOthersForOthersOrOfYesterdayAreNotBelieved() {
    provider.signedByAnother = true;
    refused("failed");
    provider.signedByAnother = false;
    provider.unsigned = true;
    refused("failed");
    provider.unsigned = false;
    provider.audience = "another-client";
    refused("failed");
    provider.audience = FakeProvider.CLIENT;
    provider.until = Instant.now().minusSeconds(3_600);
    refused("failed");
    provider.until = Instant.now().plusSeconds(300);
    provider.nonce = "of another sign-in";
    refused("failed");
  }

  @Test
  void onlyTheBrowserThatWasSentComesBackOnceAndSoon() {
    TestReply sent = console.stranger().page("/sign-in/oidc");
    TestReply other = console.stranger().page("/sign-in/oidc");
    String code = provider.authorize(sent.header("Location"));
    String state = provider.state(code);

    assertThat(back(other, code, state).header("Location")).isEqualTo("/?sign_in=failed");
    assertThat(back(sent, code, state).header("Location"))
        .as("a state serves once, also when it was used wrongly")
        .isEqualTo("/?sign_in=failed");

    TestReply late = console.stranger().page("/sign-in/oidc");
    String lateCode = provider.authorize(late.header("Location"));
    console.clock().advance(Duration.ofMinutes(11));
    assertThat(back(late, lateCode, provider.state(lateCode)).header("Location"))
        .isEqualTo("/?sign_in=failed");
  }

  @Test
  void nobodyIsSentToAnotherSiteAfterwards() {
    for (String to : List.of("//evil.example", "https:%2F%2Fevil.example", "/%5Cevil.example")) {
      TestReply sent = console.stranger().page("/sign-in/oidc?to=" + to);
      String code = provider.authorize(sent.header("Location"));

      assertThat(back(sent, code, provider.state(code)).header("Location")).as(to).isEqualTo("/");
    }
  }

  @Test
  void theBrowserCarriesAProofAndNoSecret() {
    String address = console.stranger().page("/sign-in/oidc").header("Location");

    assertThat(address)
        .contains("code_challenge_method=S256", "state=", "nonce=", "response_type=code")
        .doesNotContain("secret", "verifier");
  }
}
