package io.earshot.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Turn;
import io.earshot.ingest.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  @TempDir Path folder;
  private Path root;
  private Vault vault;

  @BeforeEach
  void open() {
    root = folder.resolve("vault");
    vault = Vault.open(root);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private Path recording(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void keepsACallWithItsMedia() throws IOException {
    Envelope envelope = Entries.call("a call");

    assertThat(vault.put(envelope, List.of(recording("x.WAV", "sound"), recording("y.wav", "s2"))))
        .isTrue();

    assertThat(vault.envelope(envelope.id())).isEqualTo(envelope);
    assertThat(vault.receivedAt(envelope.id())).isEqualTo(envelope.receivedAt());
    assertThat(vault.media(envelope.id()))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("0.wav", "1.wav");
    assertThat(vault.media(envelope.id()).get(0)).hasContent("sound");
    assertThat(vault.outcome(envelope.id())).isEqualTo(Outcome.PENDING);
    assertThat(vault.next(envelope.id())).isEqualTo(Stage.TRANSCRIBE);
    assertThat(vault.contains(envelope.id())).isTrue();
  }

  private boolean renew(Envelope envelope, String content) throws IOException {
    try (Deposit deposit = vault.deposit()) {
      for (String name : envelope.mediaNames()) {
        deposit.copy(recording(name, content));
      }
      return deposit.renew(envelope);
    }
  }

  @Test
  void renewsWhatIsDoneWithAllThatWasMadeOfIt() throws IOException {
    Envelope call = Entries.call("call");
    vault.put(call, List.of(recording("a.wav", "old"), recording("b.wav", "old")));
    vault.keepConversation(
        call.conversation().withTurns(Entries.chat("x", "y").conversation().turns(), 5));
    vault.keepAnalysis(call.id(), Entries.analysis());
    vault.indexed(call.id(), Duration.ofMillis(5));

    assertThat(renew(call, "new")).isTrue();

    assertThat(vault.outcome(call.id())).isEqualTo(Outcome.PENDING);
    assertThat(vault.next(call.id())).isEqualTo(Stage.TRANSCRIBE);
    assertThat(vault.analysis(call.id())).isEmpty();
    assertThat(vault.media(call.id())).allSatisfy(file -> assertThat(file).hasContent("new"));
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void doesNotRenewWhatIsStillOnItsWayOrNotThere() throws IOException {
    Envelope call = Entries.call("call");
    assertThat(renew(call, "new")).isFalse();
    vault.put(call, List.of(recording("a.wav", "old"), recording("b.wav", "old")));

    assertThat(renew(call, "new")).isFalse();

    assertThat(vault.media(call.id())).allSatisfy(file -> assertThat(file).hasContent("old"));
  }

  @Test
  void leavesAKnownConversationAsItIs() {
    Envelope first = Entries.chat("same", "hello");
    Envelope second =
        new Envelope(
            first.conversation(), List.of(), List.of(), Entries.NOW.plusSeconds(9), "other");

    assertThat(vault.put(first, List.of())).isTrue();
    assertThat(vault.put(second, List.of())).isFalse();

    assertThat(vault.envelope(first.id()).origin()).isEqualTo(first.origin());
    assertThat(root.resolve("incoming")).isDirectoryRecursivelyContaining("glob:**alive.lock");
    assertThat(leftovers()).isEmpty();
  }

  private List<Path> leftovers() {
    try (Stream<Path> files = Files.walk(root.resolve("incoming"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> !path.toString().endsWith(".lock"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void goesThroughAllStages() {
    Envelope envelope = Entries.chat("chat", "你好 \"there\"");
    ConversationId id = envelope.id();
    vault.put(envelope, List.of());
    assertThat(vault.next(id)).isEqualTo(Stage.ANALYSE);
    assertThat(vault.conversation(id)).isEqualTo(envelope.conversation());
    assertThat(vault.envelope(id).conversation().turns()).isEmpty();
    assertThat(vault.analysis(id)).isEmpty();

    Analysis analysis = Entries.analysis();
    vault.keepAnalysis(id, analysis);
    assertThat(vault.next(id)).isEqualTo(Stage.INDEX);
    Analysis read = vault.analysis(id).orElseThrow();
    assertThat(read.turns().get(0).embedding())
        .hasValueSatisfying(
            embedding -> {
              assertThat(embedding.model()).isEqualTo("zh");
              assertThat(embedding.vector()).containsExactly(0.6f, -0.8f);
            });
    assertThat(read.turns().get(1).embedding()).isEmpty();
    assertThat(read.findings()).isEqualTo(analysis.findings());
    assertThat(read.score()).isEqualTo(analysis.score());

    vault.indexed(id, Duration.ofMillis(1234));
    assertThat(vault.outcome(id)).isEqualTo(Outcome.INDEXED);
    assertThat(vault.wall(id)).contains(Duration.ofMillis(1234));
    assertThat(vault.analysis(id).orElseThrow().turns().get(0).embedding()).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void readsTurnsOfEarlierReleasesAndKeepsHowSureTheSpeakerIs() throws IOException {
    String old =
        """
        {"index": 3, "speaker": "agent", "audio_channel": 0, "start_ms": 1, "end_ms": 2,
         "text": "x", "confidence": 0.5, "words": []}
        """;
    Turn turn = ConversationJson.mapper().readValue(old, Turn.class);
    assertThat(turn.speakerConfidence()).isEqualTo(1);

    String json = ConversationJson.mapper().writeValueAsString(turn.withSpeakerConfidence(0.7));
    Turn again = ConversationJson.mapper().readValue(json, Turn.class).withIndex(4);
    assertThat(again.withText("y", List.of()).speakerConfidence()).isEqualTo(0.7);
  }

  @Test
  void quarantinesAndReleases() {
    Envelope envelope = Entries.chat("chat", "x");
    vault.put(envelope, List.of());
    Quarantine quarantine = new Quarantine(Stage.ANALYSE, ErrorKind.BUG, "why", Entries.NOW);

    vault.quarantine(envelope.id(), quarantine);
    assertThat(vault.outcome(envelope.id())).isEqualTo(Outcome.QUARANTINED);
    assertThat(vault.quarantined(envelope.id())).contains(quarantine);

    vault.release(envelope.id());
    assertThat(vault.outcome(envelope.id())).isEqualTo(Outcome.PENDING);
    vault.indexed(envelope.id(), Duration.ZERO);
    vault.quarantine(envelope.id(), quarantine);
    assertThat(vault.outcome(envelope.id())).isEqualTo(Outcome.QUARANTINED);
    vault.indexed(envelope.id(), Duration.ZERO);
    assertThat(vault.outcome(envelope.id())).isEqualTo(Outcome.INDEXED);
    assertThat(vault.quarantined(envelope.id())).isEmpty();
  }

  @Test
  void saysWhichStageMustRunAgain() throws IOException {
    Envelope call = Entries.call("call");
    vault.put(call, List.of(recording("a.wav", "1"), recording("b.wav", "2")));
    assertThatThrownBy(() -> vault.conversation(call.id()))
        .isInstanceOfSatisfying(
            StageMissing.class, e -> assertThat(e.stage()).isEqualTo(Stage.TRANSCRIBE));

    Conversation spoken = Entries.chat("x", "words").conversation();
    Conversation turned = call.conversation().withTurns(spoken.turns(), 10);
    vault.keepConversation(turned);
    assertThat(vault.conversation(call.id())).isEqualTo(turned);
    vault.keepAnalysis(call.id(), Entries.analysis());

    truncate(call.id(), "turns.json");
    assertThatThrownBy(() -> vault.conversation(call.id()))
        .isInstanceOf(StageMissing.class)
        .hasMessageContaining("turns.json")
        .hasMessageContaining("transcribe");
    truncate(call.id(), "vectors.bin");
    assertThatThrownBy(() -> vault.analysis(call.id()))
        .isInstanceOfSatisfying(
            StageMissing.class, e -> assertThat(e.stage()).isEqualTo(Stage.ANALYSE));
    truncate(call.id(), "envelope.json");
    assertThatThrownBy(() -> vault.envelope(call.id()))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining("envelope.json is damaged");
  }

  private void truncate(ConversationId id, String name) throws IOException {
    Path file = root.resolve(id.value().substring(0, 2)).resolve(id.value()).resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
  }

  @Test
  void namesWhatIsNotThere() {
    ConversationId id = ConversationId.ofText("nothing");
    List<Callable<?>> questions =
        List.of(
            () -> vault.envelope(id),
            () -> vault.conversation(id),
            () -> vault.outcome(id),
            () -> vault.quarantined(id),
            () -> vault.next(id));

    for (Callable<?> question : questions) {
      assertThatThrownBy(question::call)
          .isInstanceOf(EarshotException.class)
          .hasMessageContaining(id.value())
          .hasMessageContaining("not in the vault");
    }
    assertThat(vault.contains(id)).isFalse();
    assertThat(vault.remove(id)).isFalse();
  }

  @Test
  void listsAllIds() {
    List<ConversationId> ids =
        IntStream.range(0, 50)
            .mapToObj(i -> Entries.chat("chat " + i, "x"))
            .peek(envelope -> vault.put(envelope, List.of()))
            .map(Envelope::id)
            .toList();

    try (Stream<ConversationId> found = vault.ids()) {
      assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }
    assertThat(vault.remove(ids.get(7))).isTrue();
    try (Stream<ConversationId> found = vault.ids()) {
      assertThat(found).hasSize(49).doesNotContain(ids.get(7));
    }
  }

  @Test
  void oneOfManyPutsOfTheSameConversationWins() throws Exception {
    Envelope envelope = Entries.call("raced");
    List<Path> media = List.of(recording("a.wav", "1".repeat(100_000)), recording("b.wav", "2"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Vault other = Vault.open(root)) {
      List<Callable<Boolean>> puts =
          IntStream.range(0, 32)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> (i % 2 == 0 ? vault : other).put(envelope, media))
              .toList();
      int won = 0;
      for (Future<Boolean> put : threads.invokeAll(puts)) {
        won += put.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
      assertThat(other.media(envelope.id()).get(0)).hasSize(100_000);
    } finally {
      threads.shutdownNow();
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void removesWhatADeadProcessLeftAndNothingElse() throws IOException {
    Path dead = Files.createDirectories(root.resolve("incoming/dead/entry/media"));
    Files.writeString(dead.resolve("0.wav"), "half");
    Files.createFile(root.resolve("incoming/dead/alive.lock"));
    Files.createDirectories(root.resolve("incoming/never-locked"));
    try (Deposit mine = vault.deposit()) {
      mine.copy(recording("mine.wav", "sound"));

      Vault.open(root).close();

      assertThat(root.resolve("incoming/dead")).doesNotExist();
      assertThat(root.resolve("incoming/never-locked")).doesNotExist();
      assertThat(leftovers()).hasSize(1);
    }
  }

  @Test
  void sparesALivingProcess() throws Exception {
    Path other = Files.createDirectories(root.resolve("incoming/other-process"));
    Path lock = Files.createFile(other.resolve("alive.lock"));
    Process process = LockHolder.start(lock);
    try {
      Vault.open(root).close();
      assertThat(other).exists();
    } finally {
      process.destroyForcibly().waitFor();
    }
    Vault.open(root).close();
    assertThat(other).doesNotExist();
  }

  @Test
  void tellsItsHealth() {
    assertThat(vault.check().ok()).isTrue();
    assertThat(vault.usableBytes()).isPositive();
    assertThat(vault.root()).isEqualTo(root);
  }

  @Test
  void closesTwice() {
    vault.close();
    vault.close();
    assertThat(root.resolve("incoming")).isDirectoryNotContaining(Files::isDirectory);
  }

  @Test
  void refusesMediaThatTheEnvelopeDoesNotName() throws IOException {
    Path media = recording("a.mp3", "x");
    assertThatThrownBy(() -> vault.put(Entries.call("x"), List.of(media)))
        .isInstanceOf(IllegalArgumentException.class);
    Path gone = folder.resolve("gone.wav");
    assertThatThrownBy(() -> vault.put(Entries.call("x"), List.of(gone, gone)))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
        .hasMessageContaining("gone.wav");
    assertThat(leftovers()).isEmpty();
  }
}
