package io.earshot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.console.access.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {

  private static ConsoleSettings read(String yaml) {
    Section top = Section.parse(yaml, "test.yaml");
    ConsoleSettings settings = ConsoleSettings.from(top);
    top.verify();
    return settings;
  }

  @Test
  void defaults() {
    ConsoleSettings settings = ConsoleSettings.defaults();

    assertThat(settings.publicUrl()).isEmpty();
    assertThat(settings.proxies()).isEmpty();
    assertThat(settings.tls()).isEmpty();
    assertThat(settings.oidc()).isEmpty();
    assertThat(settings.session().idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.session().longest()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.session().attempts()).isEqualTo(5);
    assertThat(settings.session().refusal()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.audit().keep()).isEqualTo(Duration.ofDays(365));
    assertThat(settings.audit().openedADay()).isEqualTo(500);
  }

  @Test
  void everyKeyIsRead() {
    ConsoleSettings settings =
        read(
            """
            public_url: https://Earshot.Example/
            proxies: [10.0.0.1, 10.0.0.2]
            session: {idle: 5m, longest: 8h, attempts: 3, refusal: 1h}
            audit: {keep: 400d, opened_a_day: 50}
            tls: {certificate: /etc/c.pem, key: /etc/k.pem}
            oidc:
              issuer: https://id.example/realm
              client_id: earshot
              client_secret_file: /etc/s
              name: Example
              role_claim: groups
              roles: {qa: supervisor, admins: administrator}
            """);

    assertThat(settings.publicUrl()).contains(URI.create("https://earshot.example"));
    assertThat(settings.proxies()).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
    assertThat(settings.session().idle()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.session().longest()).isEqualTo(Duration.ofHours(8));
    assertThat(settings.session().attempts()).isEqualTo(3);
    assertThat(settings.session().refusal()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.audit().keep()).isEqualTo(Duration.ofDays(400));
    assertThat(settings.audit().openedADay()).isEqualTo(50);
    assertThat(settings.tls().orElseThrow().certificate()).isEqualTo(Path.of("/etc/c.pem"));
    assertThat(settings.tls().orElseThrow().key()).isEqualTo(Path.of("/etc/k.pem"));
    var oidc = settings.oidc().orElseThrow();
    assertThat(oidc.issuer()).isEqualTo(URI.create("https://id.example/realm"));
    assertThat(oidc.clientId()).isEqualTo("earshot");
    assertThat(oidc.clientSecretFile()).contains(Path.of("/etc/s"));
    assertThat(oidc.name()).isEqualTo("Example");
    assertThat(oidc.roleClaim()).isEqualTo("groups");
    assertThat(oidc.roles())
        .containsEntry("qa", Role.SUPERVISOR)
        .containsEntry("admins", Role.ADMINISTRATOR);
  }

  @Test
  void whatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    public_url: https://example.org/path
                    session: {idle: 2d}
                    audit: {keep: 100d}
                    tls: {key: k.pem}
                    oidc: {issuer: 'http://id.example', roles: {a: boss}}
                    colour: red
                    """))
        .hasMessageContaining("public_url")
        .hasMessageContaining("idle")
        .hasMessageContaining("184d")
        .hasMessageContaining("certificate' is missing")
        .hasMessageContaining("issuer")
        .hasMessageContaining("supervisor, team_lead")
        .hasMessageContaining("'colour' is not a setting");
  }

  @Test
  void aProviderNeedsToKnowWhereToSendBrowsersBackTo() {
    assertThatThrownBy(() -> read("oidc: {issuer: 'https://id.example', client_id: x}"))
        .hasMessageContaining("public_url");
  }
}
