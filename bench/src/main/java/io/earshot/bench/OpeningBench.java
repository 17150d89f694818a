package io.earshot.bench;

import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import io.earshot.console.contract.Contract;
import io.earshot.console.conversation.ConversationSection;
import io.earshot.console.conversation.VisibleConversations;
import io.earshot.console.http.Api;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.search.Scope;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.console.VaultArchive;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.stage.Playable;
import io.earshot.testkit.GeneratedAudio;
import io.earshot.testkit.SampleFormat;
import io.earshot.testkit.TestAnalyses;
import io.earshot.testkit.TestConversations;
import io.earshot.testkit.Track;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** A call of an hour, two telephone tracks: making it ready, then opening it over HTTP. */
final class OpeningBench {
  private static final int TURNS = 900;
  private static final int MINUTES = 60;
  private static final int ROUNDS = 5;

  private final Home home;
  private final HttpClient client = HttpClient.newHttpClient();

  OpeningBench(Home home) {
    this.home = home;
  }

  void run() throws Exception {
    Conversation conversation = TestConversations.call(1, TURNS);
    try (Vault vault = Vault.open(home.vault())) {
      keep(conversation, vault);
      Settings settings = Settings.load(home.settingsFile());
      Playable playable = new Playable(vault, Models.decoder(home, settings), home.scratch());
      Duration made = Bench.time(() -> playable.sound(conversation.id()));
      System.out.printf(
          "made ready in %d ms: %.2f %% of its length%n",
          made.toMillis(), made.toMillis() / (MINUTES * 600.0));
      open(new VaultArchive(vault, playable), "/conversations/" + conversation.id());
    }
  }

  private void keep(Conversation conversation, Vault vault) {
    Duration minute = Duration.ofMinutes(1);
    Path file =
        GeneratedAudio.writeRepeated(
            home.root().resolve("call.wav"),
            MINUTES,
            SampleFormat.MU_LAW,
            Track.at(8000).speech(minute, 0.4, 1),
            Track.at(8000).speech(minute, 0.4, 2));
    vault.put(
        new Envelope(
            conversation.withTurns(List.of(), 0),
            List.of("0.wav"),
            List.of(Speaker.AGENT, Speaker.CUSTOMER),
            Instant.now(),
            file.toString()),
        List.of(file));
    vault.keepConversation(conversation);
    vault.keepAnalysis(conversation.id(), TestAnalyses.of(conversation));
    vault.indexed(conversation.id(), Duration.ZERO);
  }

  private void open(VaultArchive archive, String path) throws Exception {
    Caller caller = new Caller("bench", EnumSet.allOf(Right.class), Scope.ALL, false, "127.0.0.1");
    Api api = new Api(Contract.load(), request -> caller, (who, what, which, detail) -> {});
    new ConversationSection(
            archive,
            new VisibleConversations(archive, (who, what, which, detail) -> {}),
            (who, what, which, detail) -> {},
            Clock.systemUTC())
        .register(api);
    Vertx vertx = Vertx.vertx();
    String url = "http://127.0.0.1:%d/api/v1%s".formatted(serve(api, vertx), path);
    for (int round = 1; round <= ROUNDS; round++) {
      open(url, round);
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Returns the port. */
  private static int serve(Api api, Vertx vertx) {
    Router router = Router.router(vertx);
    router.route("/api/v1/*").subRouter(api.router(vertx));
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private void open(String url, int round) throws Exception {
    long start = System.nanoTime();
    long json = get(url, "bytes=0-");
    long opened = System.nanoTime();
    long peaks = get(url + "/peaks", "bytes=0-");
    long drawn = System.nanoTime();
    get(url + "/audio", "bytes=0-65535");
    long heard = System.nanoTime();
    System.out.printf(
        "opening %d: conversation %d ms (%d kB), peaks %d ms (%d kB), first sound %d ms, all %d ms%n",
        round,
        (opened - start) / 1_000_000,
        json >> 10,
        (drawn - opened) / 1_000_000,
        peaks >> 10,
        (heard - drawn) / 1_000_000,
        (heard - start) / 1_000_000);
  }

  private long get(String url, String range) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Range", range).build();
    return client.send(request, BodyHandlers.ofByteArray()).body().length;
  }
}
