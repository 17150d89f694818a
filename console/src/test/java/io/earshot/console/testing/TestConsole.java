package io.earshot.console.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import io.earshot.console.contract.Contract;
import io.earshot.console.http.Api;
import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.earshot.conversation.search.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The API over real HTTP, with callers whom a test makes up: the header {@code X-Caller} names one.
 * Every answer is held against the contract.
 */
public final class TestConsole implements Audit, AutoCloseable {
  private final Contract contract = Contract.load();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();
  private final List<String> audited = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** Starts with what the sections register. */
  public TestConsole(SectionsOf sections) {
    Api api = new Api(contract, request -> caller(request.request().getHeader("X-Caller")), this);
    sections.register(api, this);
    Router router = Router.router(vertx);
    router.route("/api/v1/*").subRouter(api.router(vertx));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    allow("all", EnumSet.allOf(Right.class), Scope.ALL);
  }

  /** Registers sections. */
  public interface SectionsOf {
    void register(Api api, Audit audit);
  }

  /** Makes a caller known. */
  public void allow(String name, Set<Right> rights, Scope scope) {
    callers.put(name, new Caller(name, rights, scope, false, "127.0.0.1"));
  }

  /** Makes an agent known, who sees the own conversations alone. */
  public void allowAgent(String name, Set<Right> rights) {
    Scope own = new Scope(false, Set.of(name), true, Set.of());
    callers.put(name, new Caller(name, rights, own, true, "127.0.0.1"));
  }

  private Caller caller(String name) {
    if (name == null || !callers.containsKey(name)) {
      throw Problem.unauthenticated("Sign in");
    }
    return callers.get(name);
  }

  @Override
  public void note(Caller caller, AuditAction action, String conversation, String detail) {
    audited.add(
        "%s %s %s %s".formatted(caller.name(), action.code(), conversation, detail).strip());
  }

  /** What was noted so far, as {@code WHO ACTION CONVERSATION DETAIL}; forgotten then. */
  public List<String> audited() {
    List<String> all = List.copyOf(audited);
    audited.clear();
    return all;
  }

  /** A GET as everybody's friend. */
  public HttpResponse<byte[]> get(String path, String... headers) {
    return send("all", "GET", path, "", headers);
  }

  /** Any request. */
  public HttpResponse<byte[]> send(
      String caller, String method, String path, String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/v1%s".formatted(server.actualPort(), path)))
            .header("X-Caller", caller)
            .method(
                method,
                json.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JSON of an answer with that status, which must be as the contract says. */
  public JsonNode json(HttpResponse<byte[]> response, int status, String operationId) {
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    try {
      JsonNode json = Json.mapper().readTree(response.body());
      assertThat(contract.schema(schema(operationId, status)).validate(json)).isEmpty();
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode schema(String operationId, int status) {
    if (status >= 400) {
      return contract.document().at("/components/schemas/problem");
    }
    for (JsonNode path : contract.document().get("paths")) {
      for (JsonNode operation : path) {
        if (operation.path("operationId").asText().equals(operationId)) {
          return operation.at("/responses/%d/content/application~1json/schema".formatted(status));
        }
      }
    }
    throw new IllegalArgumentException(operationId);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
