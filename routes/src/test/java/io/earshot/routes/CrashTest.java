package io.earshot.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.index.IndexSettings;
import io.earshot.index.ServerAddress;
import io.earshot.index.server.PrivateElasticsearch;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.ledger.Ledger;
import io.earshot.routes.ledger.LedgerReport;
import io.earshot.routes.service.Role;
import io.earshot.routes.service.Service;
import io.earshot.routes.setup.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the worker with no warning, again and again, while calls, chats and broken files come in,
 * and the index's server now and then; in the end nothing is lost and nothing is there twice.
 */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class CrashTest {
  private static final int KILLS = 22;
  private static final int CHATS = 240;
  private static final long SEED = 20261121;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  @Test
  void nothingIsLostAndNothingIsThereTwice() throws Exception {
    Path incoming = Files.createDirectories(folder.resolve("incoming"));
    Path done = folder.resolve("done");
    Home serverHome = TestHome.in(folder.resolve("server"), "{}");
    try (PrivateElasticsearch server =
        PrivateElasticsearch.start(
            IndexSettings.defaults(), serverHome.elasticsearch(), serverHome.root(), note -> {})) {
      Home home = TestHome.in(folder.resolve("home"), settings(server.address(), incoming, done));
      int expected = crash(home, server, incoming);
      settle(home, incoming, expected);
      verify(home, expected);
    }
  }

  private static String settings(ServerAddress server, Path incoming, Path done) {
    return """
        index: {url: '%s', username: '%s', password: '%s'}
        sources:
          - {folder: '%s', done: '%s', poll: 200ms, settle: 300ms}
        """
        .formatted(server.url(), server.username(), server.password(), incoming, done);
  }

  /** Returns how many different conversations were handed in. */
  private int crash(Home home, PrivateElasticsearch server, Path incoming) throws Exception {
    int expected = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      expected += drop(incoming, kill);
      Process worker =
          TestHome.command(home, "serve")
              .redirectErrorStream(true)
              .redirectOutput(home.log().resolve("serve-%d.out".formatted(kill)).toFile())
              .start();
      // From "still starting" to "in the midst of everything".
      worker.waitFor(1_500 + random.nextInt(6_000), TimeUnit.MILLISECONDS);
      if (kill % 8 == 7) {
        server
            .processId()
            .ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      }
      worker.destroyForcibly().waitFor();
    }
    return expected;
  }

  private int drop(Path incoming, int round) throws IOException {
    int dropped = 0;
    for (int i = 0; i < CHATS / KILLS; i++) {
      Files.writeString(incoming.resolve("chat-%d-%d.txt".formatted(round, i)), chat(round, i));
      dropped++;
    }
    List<Path> calls = calls();
    if (round % 4 == 0) {
      Path call = calls.get(round / 4 % calls.size());
      Files.copy(call, incoming.resolve(call.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      dropped += round / 4 < calls.size() ? 1 : 0; // the others are calls that came before
    }
    if (round % 5 == 0) {
      Files.write(
          incoming.resolve("broken-%d.wav".formatted(round)),
          ("RIFF" + round).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      dropped++;
    }
    if (round % 6 == 0) {
      // The same conversation under another name is the same conversation.
      Files.writeString(incoming.resolve("again-%d.txt".formatted(round)), chat(round, 0));
    }
    return dropped;
  }

  private static List<Path> calls() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../samples/calls"))) {
      return files
          .filter(file -> file.toString().endsWith(".wav"))
          .filter(file -> !file.toString().matches(".*-(agent|caller)\\.wav"))
          .sorted()
          .toList();
    }
  }

  private String chat(int round, int number) {
    StringBuilder text = new StringBuilder();
    for (int turn = 0; turn < 12; turn++) {
      text.append(turn % 2 == 0 ? "Customer: " : "Agent: ")
          .append(
              "Order %d of round %d, message %d about the parcel.\n"
                  .formatted(number, round, turn));
    }
    return text.toString();
  }

  /** Lets one worker finish in peace. */
  private static void settle(Home home, Path incoming, int expected) throws Exception {
    Process worker =
        TestHome.command(home, "serve")
            .redirectErrorStream(true)
            .redirectOutput(home.log().resolve("serve-last.out").toFile())
            .start();
    try (Vault vault = Vault.open(home.vault())) {
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(500))
          .failFast("the worker ended: see " + home.log(), () -> !worker.isAlive())
          .untilAsserted(
              () -> {
                assertThat(waitingFiles(incoming)).isEmpty();
                try (var ids = vault.ids()) {
                  assertThat(
                          ids.filter(
                              id -> vault.outcome(id) != io.earshot.ingest.vault.Outcome.PENDING))
                      .hasSize(expected);
                }
              });
    } finally {
      worker.destroy();
      worker.waitFor(20, TimeUnit.SECONDS);
      worker.destroyForcibly();
    }
  }

  private static List<Path> waitingFiles(Path incoming) throws IOException {
    try (Stream<Path> files = Files.walk(incoming)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void verify(Home home, int expected) {
    HostLock lock = HostLock.tryAcquire(home).orElseThrow();
    Settings settings = Settings.load(home.settingsFile());
    try (Service service = Service.start(lock, home, settings, Set.<Role>of(), note -> {})) {
      LedgerReport report =
          new Ledger(service.vault(), service.queues(), service.index()).examine();
      assertThat(report.balanced()).isTrue();
      assertThat(report.received()).isEqualTo(expected);
      assertThat(report.inFlight()).isZero();
      assertThat(report.quarantined()).isEqualTo((KILLS + 4) / 5);
      assertThat(service.index().count()).isEqualTo(report.indexed());
    }
  }
}
