package io.earshot.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.access.Right;
import io.earshot.console.event.Finished;
import io.earshot.console.http.Json;
import io.earshot.console.store.Store;
import io.earshot.console.testing.TestingAudit;
import io.earshot.console.testing.TestingConsole;
import io.earshot.console.testing.TestingGate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebhooksTest {
  @TempDir Path folder;

  private final TestingAudit audit = new TestingAudit();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private Store store;
  private Webhooks webhooks;
  private TestingConsole console;

  /** What a receiver got. */
  record Received(String path, String body, String signature, String delivery) {}

  @BeforeEach
  void start() {
    store = Store.open(folder.resolve("console.db"));
    webhooks = new Webhooks(settings(Duration.ofHours(24)), store);
    TestingGate gate =
        new TestingGate()
            .admit("admin", Right.ADMINISTER)
            .admit("operator", Right.OPERATE, Right.SEARCH);
    console =
        new TestingConsole(gate, audit, List.of(new WebhookSection(webhooks, audit)::register));
  }

  private static WebhookSettings settings(Duration giveUp) {
    return new WebhookSettings(List.of(), giveUp, Duration.ofMillis(400));
  }

  @AfterEach
  void close() {
    webhooks.close();
    console.close();
    store.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private String receiver(Consumer<HttpServerRequest> answer) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request.bodyHandler(
                        body -> {
                          received.add(
                              new Received(
                                  request.uri(),
                                  body.toString(),
                                  request.getHeader("Earshot-Signature"),
                                  request.getHeader("Earshot-Delivery")));
                          answer.accept(request);
                        }))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return "http://127.0.0.1:%d/hook?from=earshot".formatted(server.actualPort());
  }

  private static void answer(HttpServerRequest request, int status) {
    request.response().setStatusCode(status).end();
  }

  private JsonNode add(String url) throws Exception {
    HttpResponse<String> answer =
        console.post("admin", "/webhooks", "{\"url\": \"%s\"}".formatted(url));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Json.mapper().readTree(answer.body());
  }

  private static Finished finished(String id) {
    return new Finished(
        id,
        "indexed",
        "call",
        "zh",
        "王芳",
        "",
        Instant.EPOCH,
        61_000,
        71.5,
        "anger",
        List.of("refund"),
        "solved",
        null);
  }

  private Webhook only() {
    return webhooks.all().get(0);
  }

  @Test
  void tellsOfAFinishedConversationSigned() throws Exception {
    String secret = add(receiver(request -> answer(request, 204))).get("secret").asText();
    webhooks.start(console.vertx());

    webhooks.finished(finished("0a"));

    await().until(() -> only().delivered() == 1);
    Received message = received.get(0);
    JsonNode body = Json.mapper().readTree(message.body());
    assertThat(message.path()).isEqualTo("/hook?from=earshot");
    assertThat(body.get("id").asText()).isEqualTo("0a");
    assertThat(body.get("agent").asText()).isEqualTo("王芳");
    assertThat(body.get("score").asDouble()).isEqualTo(71.5);
    assertThat(body.get("started_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(body.has("reason")).isFalse();
    long time = Long.parseLong(message.signature().replaceAll("t=(\\d+),.*", "$1"));
    assertThat(message.signature())
        .isEqualTo(Signature.of(message.body(), secret, Instant.ofEpochSecond(time)));
    assertThat(only().waiting()).isZero();
    assertThat(only().failing()).isEmpty();
  }

  /** One that hangs must not hold the others, and what fails is shown and kept. */
  @Test
  void everyoneIsServedByItself() throws Exception {
    add(receiver(request -> {}));
    add(receiver(request -> answer(request, 500)));
    add(
        receiver(
            request ->
                request
                    .response()
                    .putHeader("Location", "http://127.0.0.1:1/")
                    .setStatusCode(302)
                    .end()));
    add("http://127.0.0.1:1/nobody-listens");
    add(receiver(request -> answer(request, 200)));
    webhooks.start(console.vertx());

    for (int i = 0; i < 20; i++) {
      webhooks.finished(finished("0" + i));
    }

    await().until(() -> webhooks.all().get(4).delivered() == 20);
    await().until(() -> webhooks.all().stream().limit(4).noneMatch(one -> one.failing().isEmpty()));
    List<Webhook> all = webhooks.all();
    assertThat(all.get(0).failing()).contains("no answer");
    assertThat(all.get(1).failing()).isEqualTo("answers 500");
    assertThat(all.get(2).failing()).contains("302", "redirects are not followed");
    assertThat(all.subList(0, 4)).allMatch(one -> one.waiting() == 20 && one.delivered() == 0);
  }

  @Test
  void whatWasNotDeliveredIsDeliveredByTheNextProcess() throws Exception {
    add(receiver(request -> answer(request, 200)));
    webhooks.finished(finished("0a"));
    webhooks.finished(finished("0a")); // the stage ran twice
    assertThat(only().waiting()).isEqualTo(1);
    webhooks.close();
    store.close();

    store = Store.open(folder.resolve("console.db"));
    webhooks = new Webhooks(settings(Duration.ofHours(24)), store);
    webhooks.start(console.vertx());

    await().until(() -> only().delivered() == 1);
    assertThat(received).hasSize(1);
  }

  @Test
  void theSameMessageHasTheSameDeliveryId() throws Exception {
    int[] answers = {0};
    add(receiver(request -> answer(request, answers[0]++ == 0 ? 503 : 200)));
    webhooks.start(console.vertx());
    webhooks.finished(finished("0a"));

    await().atMost(Duration.ofSeconds(20)).until(() -> only().delivered() == 1);
    assertThat(received).hasSize(2);
    assertThat(received.get(0).delivery()).isEqualTo(received.get(1).delivery()).hasSize(32);
    assertThat(only().failing()).isEmpty();
  }

  @Test
  void givesUpInTheEndAndSaysSo() throws Exception {
    add(receiver(request -> answer(request, 410)));
    webhooks.close();
    webhooks = new Webhooks(settings(Duration.ZERO), store);
    webhooks.start(console.vertx());

    webhooks.finished(finished("0a"));

    await().until(() -> only().waiting() == 0);
    assertThat(only().failing()).isEqualTo("answers 410; given up after 1 tries");
    assertThat(only().delivered()).isZero();
  }

  @Test
  void administratorsAloneSeeAndChangeThem() throws Exception {
    JsonNode added = add("http://127.0.0.1:9/hook");
    assertThat(added.get("secret").asText()).startsWith("whsec_").hasSizeGreaterThan(40);

    HttpResponse<String> all = console.get("admin", "/webhooks");
    assertThat(all.body()).contains("127.0.0.1:9").doesNotContain("whsec_");
    assertThat(console.get("operator", "/webhooks").statusCode()).isEqualTo(403);
    assertThat(delete("operator", 1)).isEqualTo(403);
    assertThat(delete("admin", 1)).isEqualTo(204);
    assertThat(delete("admin", 1)).isEqualTo(404);
    assertThat(audit.lines())
        .contains("admin webhook_changed  added 1", "admin webhook_changed  removed 1");
  }

  private int delete(String user, int number) throws Exception {
    return console.send(console.request(user, "/webhooks/" + number).DELETE()).statusCode();
  }

  @Test
  void refusesAddressesThatAreNotServed() throws Exception {
    for (String body :
        List.of(
            "{\"url\": \"https://169.254.169.254/latest\"}",
            "{\"url\": \"http://192.0.2.1/plain\"}",
            "{\"url\": \"https://u:p@127.0.0.1/\"}",
            "{\"url\": \"ftp://127.0.0.1/\"}",
            "{\"url\": \"http://127.0.0.1/\", \"query\": \"refund\"}")) {
      assertThat(console.post("admin", "/webhooks", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(webhooks.all()).isEmpty();
  }
}
