package io.earshot.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up, or the process dies, at each single operation in turn. */
class VaultFailureTest {
  private static final int MORE_THAN_ALL = 200;

  @TempDir Path folder;

  @Test
  void aKillAtAnyMomentLosesAndSpoilsNothing() throws IOException {
    int failAt = 1;
    for (boolean reached = true; reached; failAt++) {
      Path root = folder.resolve("killed" + failAt);
      FailingDisk disk = FailingDisk.killed(failAt);
      boolean acknowledged = work(root, disk);
      reached = disk.failed();
      assertSound(root, acknowledged);
      assertThat(failAt).isLessThan(MORE_THAN_ALL);
    }
    assertThat(failAt).as("there were operations to die at").isGreaterThan(15);
  }

  @Test
  void aFullDiskIsNamedAndSpoilsNothing() throws IOException {
    int failAt = 1;
    for (boolean reached = true; reached; failAt++) {
      Path root = folder.resolve("full" + failAt);
      FailingDisk disk = FailingDisk.full(failAt);
      boolean acknowledged = work(root, disk);
      reached = disk.failed();
      assertSound(root, acknowledged);
      assertThat(failAt).isLessThan(MORE_THAN_ALL);
    }
  }

  /** What was there stays, or the new one is there: never neither, never a mixture. */
  @Test
  void aKillWhileACallIsRenewedLeavesTheOneOrTheOther() throws IOException {
    assertThat(renewals("killed", FailingDisk::killed)).containsExactly(false, true);
  }

  @Test
  void aFullDiskWhileACallIsRenewedLeavesTheOneOrTheOther() throws IOException {
    assertThat(renewals("full", FailingDisk::full)).contains(false);
  }

  private Set<Boolean> renewals(String name, IntFunction<FailingDisk> failing) throws IOException {
    Set<Boolean> renewed = new TreeSet<>();
    int failAt = 1;
    for (boolean reached = true; reached; failAt++) {
      Path root = folder.resolve("renewed-" + name + failAt);
      try (Vault vault = Vault.open(root)) {
        vault.put(Entries.call("call"), List.of(sound("old"), sound("old")));
        vault.indexed(Entries.call("call").id(), Duration.ofMillis(5));
      }
      FailingDisk disk = failing.apply(failAt);
      boolean acknowledged = renew(root, disk);
      reached = disk.failed();
      boolean found = isRenewed(root);
      assertThat(found || !acknowledged).as("what was acknowledged, failed at %d", failAt).isTrue();
      renewed.add(found);
      assertThat(failAt).isLessThan(MORE_THAN_ALL);
    }
    return renewed;
  }

  private Path sound(String content) throws IOException {
    return Files.writeString(folder.resolve(content + ".wav"), content);
  }

  private boolean renew(Path root, FailingDisk disk) throws IOException {
    Envelope call = Entries.call("call");
    try (Vault vault = Vault.open(root, disk, Optional.empty());
        Deposit deposit = vault.deposit()) {
      deposit.copy(sound("new"));
      deposit.copy(sound("new"));
      return deposit.renew(call);
    } catch (EarshotException e) {
      return false;
    }
  }

  private static boolean isRenewed(Path root) throws IOException {
    ConversationId id = Entries.call("call").id();
    try (Vault vault = Vault.open(root)) {
      boolean renewed = vault.outcome(id) == Outcome.PENDING;
      assertThat(vault.media(id))
          .hasSize(2)
          .allSatisfy(file -> assertThat(file).hasContent(renewed ? "new" : "old"));
      assertThat(root.resolve("replaced"))
          .satisfiesAnyOf(
              aside -> assertThat(aside).doesNotExist(),
              aside -> assertThat(aside).isEmptyDirectory());
      return renewed;
    }
  }

  /** The life of a call; returns whether its receipt was given. */
  private boolean work(Path root, FailingDisk disk) throws IOException {
    Envelope call = Entries.call("call");
    Path sound = Files.writeString(folder.resolve("a.wav"), "sound");
    boolean acknowledged = false;
    try {
      Vault vault = Vault.open(root, disk, Optional.empty());
      try {
        vault.put(call, List.of(sound, sound));
        acknowledged = true;
        vault.keepConversation(
            call.conversation().withTurns(Entries.chat("x", "y").conversation().turns(), 5));
        vault.keepAnalysis(call.id(), Entries.analysis());
        vault.quarantine(
            call.id(), new Quarantine(Stage.INDEX, ErrorKind.BUG, "reason", Entries.NOW));
        vault.release(call.id());
        vault.indexed(call.id(), Duration.ofMillis(5));
      } finally {
        vault.close();
      }
    } catch (EarshotException e) {
      assertThat(e.kind()).isIn(ErrorKind.EXHAUSTED, ErrorKind.UNAVAILABLE);
      assertThat(e.kind() == ErrorKind.EXHAUSTED)
          .isEqualTo(e.getCause().getMessage().startsWith("No space"));
    }
    return acknowledged;
  }

  /**
   * What the next process finds: all that was acknowledged, each file whole, nothing in between.
   */
  private static void assertSound(Path root, boolean acknowledged) {
    try (Vault vault = Vault.open(root);
        Stream<ConversationId> ids = vault.ids()) {
      List<ConversationId> found = ids.toList();
      if (acknowledged) {
        assertThat(found).hasSize(1);
      }
      for (ConversationId id : found) {
        assertThat(vault.envelope(id).mediaNames()).hasSize(2);
        assertThat(vault.media(id)).allSatisfy(path -> assertThat(path).hasContent("sound"));
        assertThat(vault.outcome(id)).isNotNull();
        assertThat(vault.quarantined(id)).isNotNull();
        if (vault.next(id).compareTo(Stage.TRANSCRIBE) > 0) {
          assertThat(vault.conversation(id).turns()).hasSize(1);
        }
        assertThat(vault.analysis(id)).isNotNull();
      }
      try (Stream<Path> incoming = Files.list(root.resolve("incoming"))) {
        assertThat(incoming.filter(Files::isDirectory)).as("only its own").hasSize(1);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
