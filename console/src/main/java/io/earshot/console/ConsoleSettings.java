package io.earshot.console;

import io.earshot.config.Section;
import io.earshot.console.access.audit.AuditSettings;
import io.earshot.console.access.oidc.OidcSettings;
import io.earshot.console.access.session.SessionSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in, and how.
 *
 * @param publicUrl the address under which people reach the console when a proxy stands before it
 * @param proxies addresses of those proxies, which are believed when they say who asks
 * @param tls HTTPS on the server itself
 * @param oidc a provider that people can sign in with
 * @param session how long one stays signed in
 * @param audit how long it is kept who did what
 */
public record ConsoleSettings(
    Optional<URI> publicUrl,
    Set<String> proxies,
    Optional<TlsSettings> tls,
    Optional<OidcSettings> oidc,
    SessionSettings session,
    AuditSettings audit) {

  /** Reads {@code console}. */
  public static ConsoleSettings from(Section section) {
    ConsoleSettings settings = read(section);
    if (settings.oidc.isPresent() && settings.publicUrl.isEmpty()) {
      section.problem("public_url", "is needed for oidc: the provider sends browsers back there");
    }
    return settings;
  }

  private static ConsoleSettings read(Section section) {
    return new ConsoleSettings(
        section.parsed(
            "public_url", "an address such as https://earshot.example", ConsoleSettings::origin),
        Set.copyOf(section.texts("proxies")),
        TlsSettings.from(section.section("tls")),
        OidcSettings.from(section.section("oidc")),
        SessionSettings.from(section.section("session")),
        AuditSettings.from(section.section("audit")));
  }

  public static ConsoleSettings defaults() {
    return from(Section.empty());
  }

  /** The scheme, host and port of an address; the console can't live under a path. */
  private static Optional<URI> origin(String text) {
    URI url = URI.create(text.toLowerCase(Locale.ROOT));
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    boolean bare = url.getPath().isEmpty() || url.getPath().equals("/");
    return web && bare && url.getHost() != null
        ? Optional.of(URI.create("%s://%s".formatted(url.getScheme(), url.getAuthority())))
        : Optional.empty();
  }
}
