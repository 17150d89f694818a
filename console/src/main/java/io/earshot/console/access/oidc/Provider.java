package io.earshot.console.access.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.http.Json;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A provider as this server talks to it. Its description is asked for at the first sign-in and
 * kept. Safe for many threads.
 */
final class Provider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final OidcSettings settings;
  private volatile Optional<JsonNode> description = Optional.empty();

  Provider(OidcSettings settings) {
    this.settings = settings;
  }

  OidcSettings settings() {
    return settings;
  }

  /** Where a browser is sent to sign in. */
  URI authorization(Map<String, String> parameters) {
    String endpoint = endpoint("authorization_endpoint").toString();
    return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + form(parameters));
  }

  /** Where the keys are that ID tokens are signed with. */
  URI keys() {
    return endpoint("jwks_uri");
  }

  /** Gives a code back for an ID token. */
  String idToken(String code, String verifier, String redirect) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint("token_endpoint"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    secret().ifPresent(secret -> request.header("Authorization", basic(secret)));
    String form =
        form(
            Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "client_id", settings.clientId(),
                "code_verifier", verifier));
    JsonNode answer = ask(request.POST(HttpRequest.BodyPublishers.ofString(form)).build());
    return answer.path("id_token").asText();
  }

  private String basic(String secret) {
    String both = encode(settings.clientId()) + ":" + encode(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> secret() {
    return settings
        .clientSecretFile()
        .map(
            file -> {
              try {
                return Files.readString(file).strip();
              } catch (IOException e) {
                throw EarshotException.misconfigured(
                    "console.oidc.client_secret_file %s can't be read".formatted(file));
              }
            });
  }

  private URI endpoint(String name) {
    return URI.create(description().path(name).asText());
  }

  private JsonNode description() {
    if (description.isEmpty()) {
      String base = settings.issuer().toString().replaceAll("/$", "");
      JsonNode found =
          ask(
              HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                  .timeout(PATIENCE)
                  .build());
      if (!found.path("issuer").asText().equals(settings.issuer().toString())) {
        throw EarshotException.misconfigured(
            "The provider calls itself other than console.oidc.issuer %s"
                .formatted(settings.issuer()));
      }
      description = Optional.of(found);
    }
    return description.get();
  }

  private JsonNode ask(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw EarshotException.unavailable(
            "%s answered %d".formatted(request.uri(), answer.statusCode()), null);
      }
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw EarshotException.unavailable("%s does not answer".formatted(request.uri()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EarshotException.unavailable("Interrupted while signing in", e);
    }
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
