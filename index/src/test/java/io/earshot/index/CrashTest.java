package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.index.server.PrivateElasticsearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Real servers and real processes, killed. */
class CrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void aKilledServerComesBackWithItsDataAndAddress() {
    PrivateElasticsearch server = LiveServer.get().server();
    ServerAddress address = server.address();
    try (ConversationIndex index =
        ConversationIndex.open(address, TestSettings.withPrefix("crash"), TextFold.NONE)) {
      index.prepare();
      Samples before = Samples.named("before").customer("said before the crash");
      index.write(before.conversation(), before.analysis());
      kill(server.processId().orElseThrow());

      Samples after = Samples.named("after").customer("said after the crash");
      assertThatThrownBy(() -> index.write(after.conversation(), after.analysis()))
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
          .hasMessageContaining(address.url());
      assertThat(index.check().ok()).isFalse();

      await(() -> server.check().ok());
      assertThat(server.address()).isEqualTo(address);
      index.write(after.conversation(), after.analysis());
      index.refresh();
      assertThat(Searches.found(index, "crash", 5).total()).isEqualTo(2);
      assertThat(index.check().ok()).isTrue();
      assertThat(LiveServer.get().notes()).anyMatch(note -> note.contains("started again"));
    }
  }

  @Test
  void aServerEndsWithItsKeeperAndTheNextOneFindsItsData() throws IOException {
    Path home = Files.createTempDirectory("earshot-crash-test");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process keeper = keeper(home);
    long serverId = awaitReady(keeper);
    ServerAddress address = PrivateElasticsearch.running(home).orElseThrow();
    Samples sample = Samples.named("kept").customer("this must be kept");
    try (ConversationIndex index = open(address)) {
      index.prepare();
      index.write(sample.conversation(), sample.analysis());
    }
    assertThatThrownBy(() -> start(home))
        .hasMessageContaining("Another Earshot")
        .hasMessageContaining("EARSHOT_HOME");

    keeper.destroyForcibly();
    await(() -> ProcessHandle.of(serverId).filter(ProcessHandle::isAlive).isEmpty());

    long next;
    try (PrivateElasticsearch server = start(home);
        ConversationIndex index = open(server.address())) {
      assertThat(server.address()).isEqualTo(address);
      assertThat(index.contains(sample.id())).isTrue();
      next = server.processId().orElseThrow();
      assertThat(server.alive()).isTrue();
    }
    assertThat(ProcessHandle.of(next).filter(ProcessHandle::isAlive)).isEmpty();
    LiveServer.deleteTree(home);
  }

  private static ConversationIndex open(ServerAddress address) {
    return ConversationIndex.open(address, IndexSettings.defaults(), TextFold.NONE);
  }

  private static PrivateElasticsearch start(Path home) {
    return PrivateElasticsearch.start(
        IndexSettings.defaults(), LiveServer.DISTRIBUTION, home, note -> {});
  }

  private static Process keeper(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.earshot.index.server.Keeper",
            LiveServer.DISTRIBUTION.toAbsolutePath().toString(),
            home.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static long awaitReady(Process keeper) throws IOException {
    BufferedReader output = keeper.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      int ready = line.indexOf("READY ");
      if (ready >= 0) {
        return Long.parseLong(line.substring(ready + 6).trim());
      }
    }
    return fail("The keeper ended before its server was ready");
  }

  private static void kill(long process) {
    ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
    assertThat(handle.destroyForcibly()).isTrue();
    handle.onExit().join();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("Not within " + PATIENCE);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
