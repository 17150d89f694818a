package io.earshot.console.testing;

import io.earshot.console.contract.Contract;
import io.earshot.console.http.Api;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Some sections alone, with a gate and an audit log that are fakes. */
public final class TestingConsole implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Contract contract = Contract.load();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LocalServer server;

  /** Serves what the sections register. */
  public TestingConsole(TestingGate gate, TestingAudit audit, List<Consumer<Api>> sections) {
    Api api = new Api(contract, gate, audit);
    sections.forEach(section -> section.accept(api));
    this.server =
        new LocalServer(
            (vertx, router) -> router.route(contract.root() + "/*").subRouter(api.router(vertx)));
  }

  /** What it runs on, for clients of the test. */
  public Vertx vertx() {
    return server.vertx();
  }

  /** Where an operation is served, such as {@code /uploads/1}. */
  public URI address(String path) {
    return URI.create(server.url() + contract.root() + path);
  }

  /** A request from somebody, to be completed with a method. */
  public HttpRequest.Builder request(String caller, String path) {
    return HttpRequest.newBuilder(address(path))
        .header(TestingGate.HEADER, caller)
        .timeout(PATIENCE);
  }

  /** The answer to a GET. */
  public HttpResponse<String> get(String caller, String path) throws Exception {
    return send(request(caller, path).GET());
  }

  /** The answer to a POST of JSON. */
  public HttpResponse<String> post(String caller, String path, String json) throws Exception {
    return send(
        request(caller, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The answer to any request. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
  }
}
