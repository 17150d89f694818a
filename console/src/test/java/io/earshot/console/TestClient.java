package io.earshot.console;

import io.earshot.console.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody who asks over real HTTP: paths that begin with {@code /} are the API's. Every answer of
 * the API is held against the contract.
 */
public final class TestClient {
  static {
    // The tests of foreign names need it; read when the first client is made.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ContractCheck CONTRACT = new ContractCheck();

  private final String server;
  private final Map<String, String> headers = new LinkedHashMap<>();

  TestClient(String server) {
    this.server = server;
  }

  /** Somebody who is not signed in, for a server that runs anywhere. */
  public static TestClient of(String server) {
    return new TestClient(server);
  }

  /** The same with a header in every request; an empty value takes it away. */
  public TestClient with(String header, String value) {
    TestClient changed = new TestClient(server);
    changed.headers.putAll(headers);
    changed.headers.remove(header);
    if (!value.isEmpty()) {
      changed.headers.put(header, value);
    }
    return changed;
  }

  public TestReply get(String path) {
    return send("GET", path, null);
  }

  /** Sends a value as JSON; a text is sent as it is. */
  public TestReply post(String path, Object body) {
    return send("POST", path, body);
  }

  public TestReply put(String path, Object body) {
    return send("PUT", path, body);
  }

  public TestReply delete(String path) {
    return send("DELETE", path, null);
  }

  /** Any request of the API. */
  public TestReply send(String method, String path, Object body) {
    TestReply reply = sendTo("/api/v1" + path, method, body);
    CONTRACT.check(method, path, reply);
    return reply;
  }

  /** A request outside of the API, or one that no URL library would let through. */
  public TestReply page(String path) {
    return sendTo(path, "GET", null);
  }

  private TestReply sendTo(String path, String method, Object body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      String text = body instanceof String json ? json : Json.text(body);
      request.method(method, HttpRequest.BodyPublishers.ofString(text));
      if (!headers.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
    }
    try {
      return new TestReply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new AssertionError("%s %s was not answered".formatted(method, path), e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** The same, signed in: with the cookie and the CSRF token of the answer. */
  public TestClient signedIn(String name, String password) {
    TestReply reply =
        with("Cookie", "").post("/session", Map.of("name", name, "password", password));
    if (reply.status() != 200) {
      throw new AssertionError("%s can't sign in: %s".formatted(name, reply));
    }
    String cookie = reply.header("Set-Cookie").replaceAll(";.*", "");
    return with("Cookie", cookie).with("X-CSRF-Token", reply.at("/csrf_token"));
  }
}
