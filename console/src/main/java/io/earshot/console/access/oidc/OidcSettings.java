package io.earshot.console.access.oidc;

import io.earshot.config.Section;
import io.earshot.console.access.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A provider that people can sign in with (OpenID Connect).
 *
 * @param issuer its address, as its own description names it
 * @param clientId under which Earshot is registered there
 * @param clientSecretFile holds the secret; empty for a public client
 * @param name as it stands on the button
 * @param roleClaim the claim of the ID token that tells what somebody is
 * @param roles what its values mean; who has none of them is not let in
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    Optional<Path> clientSecretFile,
    String name,
    String roleClaim,
    Map<String, Role> roles) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public OidcSettings {
    roles = Map.copyOf(roles);
  }

  /** Reads {@code console.oidc}; empty when there is no such provider. */
  public static Optional<OidcSettings> from(Section section) {
    Optional<URI> issuer =
        section.parsed("issuer", "an https address", text -> safe(URI.create(text)));
    OidcSettings settings =
        new OidcSettings(
            issuer.orElse(URI.create("")),
            section.text("client_id", ""),
            section.path("client_secret_file"),
            section.text("name", "Single sign-on"),
            section.text("role_claim", "roles"),
            roles(section.section("roles")));
    if (issuer.isPresent() && settings.clientId.isBlank()) {
      section.problem("client_id", "is missing");
    }
    return issuer.map(present -> settings);
  }

  private static Map<String, Role> roles(Section section) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (String value : section.keys()) {
      section
          .parsed(
              value,
              "one of supervisor, team_lead, script_designer, agent, administrator",
              code -> Optional.of(Role.of(code)))
          .ifPresent(role -> roles.put(value, role));
    }
    return roles;
  }

  /** What an unsafe way would carry is who somebody is. */
  private static Optional<URI> safe(URI url) {
    if (url.getHost() == null) {
      return Optional.empty();
    }
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    boolean near = LOOPBACK.contains(url.getHost()) && scheme.equals("http");
    return scheme.equals("https") || near ? Optional.of(url) : Optional.empty();
  }
}
