package io.earshot.console.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider that lets everybody in whose code is asked for, over real HTTP. Tests change what it
 * says of them, and how truly.
 */
final class FakeProvider implements AutoCloseable {
  static final String CLIENT = "earshot";

  private final HttpServer server;
  private final RSAKey key = key();
  private final Map<String, Map<String, String>> asked = new HashMap<>();

  List<String> roles = List.of("qa");
  String audience = CLIENT;
  Instant until = Instant.now().plusSeconds(300);
  boolean signedByAnother;
  boolean unsigned;
  String nonce = "";

  FakeProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
                 "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
                """
                    .formatted(issuer())));
    server.createContext(
        "/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What happens at the provider: somebody signs in. Returns the code for the browser. */
  String authorize(String address) {
    Map<String, String> request = form(address.substring(address.indexOf('?') + 1));
    String code = "code-" + asked.size();
    asked.put(code, request);
    return code;
  }

  String state(String code) {
    return asked.get(code).get("state");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> request = asked.get(form.get("code"));
    boolean proved =
        request != null
            && challenge(form.get("code_verifier")).equals(request.get("code_challenge"));
    boolean same = proved && request.get("redirect_uri").equals(form.get("redirect_uri"));
    if (same) {
      answer(exchange, 200, "{\"id_token\":\"%s\"}".formatted(idToken(request)));
    } else {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private String idToken(Map<String, String> request) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject("u-17")
            .audience(audience)
            .issueTime(new Date())
            .expirationTime(Date.from(until))
            .claim("nonce", nonce.isEmpty() ? request.get("nonce") : nonce)
            .claim("preferred_username", "li.na")
            .claim("name", "Li Na")
            .claim("roles", roles)
            .build();
    try {
      if (unsigned) {
        return new PlainJWT(claims).serialize();
      }
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
      token.sign(new RSASSASigner(signedByAnother ? key() : key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
