package io.earshot.routes.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.console.http.Problem;
import io.earshot.console.operations.QuarantineView.Item;
import io.earshot.console.operations.QuarantineView.KeptFile;
import io.earshot.console.upload.UploadTaker.Taken;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.SpeakerSource;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Deposit;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quarantine and uploads with the real vault and the real queues. */
class OperationsAdaptersTest {
  @TempDir Path folder;

  private final List<String> handedIn = new ArrayList<>();
  private Vault vault;
  private EmbeddedBroker broker;
  private Queues queues;
  private VaultQuarantine quarantine;
  private IntakeUploads uploads;

  @BeforeEach
  void start() {
    vault = Vault.open(folder.resolve("vault"));
    broker = EmbeddedBroker.start(folder.resolve("broker"), () -> {});
    queues = Queues.open(broker.inProcess(), "test");
    quarantine =
        new VaultQuarantine(
            vault,
            queues,
            (name, file, at, by) -> handedIn.add(name + " by " + by),
            folder.resolve("scratch"));
    uploads = new IntakeUploads(IngestSettings.defaults(), vault, queues);
  }

  @AfterEach
  void stop() {
    queues.close();
    broker.close();
    vault.close();
  }

  private List<Taken> take(boolean more, Path... files) {
    List<Taken> taken = new ArrayList<>();
    uploads.take(List.of(files), more, taken::add);
    return taken;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Quarantine broken(Stage stage, Instant at) {
    return new Quarantine(stage, ErrorKind.BAD_INPUT, "broken", at);
  }

  @Test
  void aChatIsTakenAtOnceAndFollowed() throws Exception {
    Path chat = file("chat.txt", "Customer: where is my parcel?\nAgent: on its way\n");

    List<Taken> taken = take(false, chat);

    String id = taken.get(0).conversations().get(0);
    assertThat(queues.waiting(Stage.ANALYSE)).containsExactly(new ConversationId(id));
    assertThat(queues.length(Stage.ANALYSE)).isEqualTo(1);
    assertThat(queues.length(Stage.INDEX)).isZero();
    assertThat(uploads.state(id).status()).isEqualTo("in_flight");
    vault.indexed(new ConversationId(id), Duration.ofSeconds(1));
    assertThat(uploads.state(id).status()).isEqualTo("indexed");
    assertThat(take(false, chat).get(0).conversations()).containsExactly(id);
  }

  @Test
  void aHalfWaitsForTheOtherOneWhileMoreMayCome() throws Exception {
    Path agent = file("call-agent.wav", "RIFF1234WAVE agent");
    assertThat(take(true, agent)).isEmpty();

    List<Taken> both = take(true, file("call-caller.wav", "RIFF1234WAVE caller"), agent);

    assertThat(both).hasSize(1);
    assertThat(both.get(0).files()).hasSize(2);
    ConversationId id = new ConversationId(both.get(0).conversations().get(0));
    vault.quarantine(id, broken(Stage.TRANSCRIBE, Instant.now()));
    KeptFile kept = quarantine.file(id.value()).orElseThrow();
    assertThat(kept.temporary()).isTrue();
    try (ZipFile zip = new ZipFile(kept.file().toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly("agent-0.wav", "customer-1.wav");
    }
  }

  @Test
  void whatCannotBeReadIsInQuarantineAndCanBeHandedInAgain() throws Exception {
    Taken taken = take(false, file("odd.txt", "no chat of any shape")).get(0);
    String id = taken.conversations().get(0);

    assertThat(uploads.state(id).status()).isEqualTo("quarantined");
    assertThat(uploads.state(id).reason()).isNotBlank();
    Item item = quarantine.page(0, 10).items().get(0);
    assertThat(item.source()).isEqualTo("odd.txt");
    assertThat(item.stage()).isEqualTo("intake");
    assertThat(item.bytes()).isEqualTo(20);
    KeptFile kept = quarantine.file(id).orElseThrow();
    assertThat(kept.name()).isEqualTo("odd.txt");
    assertThat(Files.readString(kept.file())).isEqualTo("no chat of any shape");

    assertThat(quarantine.retry(id, "anna")).isTrue();
    assertThat(handedIn).containsExactly("odd.txt by anna");
    assertThat(vault.contains(new ConversationId(id))).isFalse();
    assertThat(quarantine.page(0, 10).total()).isZero();
  }

  @Test
  void whatFailedLaterGoesBackToItsStage() throws Exception {
    String id =
        take(false, file("c.txt", "Customer: hello\nAgent: hi\n")).get(0).conversations().get(0);
    ConversationId conversation = new ConversationId(id);
    vault.quarantine(conversation, broken(Stage.ANALYSE, Instant.now()));

    assertThat(quarantine.file(id)).as("a chat is kept as turns").isEmpty();
    assertThat(quarantine.retry(id, "anna")).isTrue();

    assertThat(vault.outcome(conversation)).isEqualTo(Outcome.PENDING);
    assertThat(queues.waiting(Stage.ANALYSE)).contains(conversation);
    assertThat(quarantine.retry(id, "anna")).as("not there any more").isFalse();
    assertThat(quarantine.retry("0".repeat(32), "anna")).isFalse();
    assertThat(quarantine.retry("no-id", "anna")).isFalse();
  }

  @Test
  void aPartOfATableCannotBeTriedAlone() {
    ConversationId id = put(1, "table.csv#row 7");

    assertThatThrownBy(() -> quarantine.retry(id.value(), "anna"))
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.status()).isEqualTo(409));
    assertThat(vault.outcome(id)).isEqualTo(Outcome.QUARANTINED);
  }

  private ConversationId put(int number, String source) {
    ConversationId id = ConversationId.ofText("broken " + number);
    Conversation unread =
        new Conversation(
            id,
            source,
            Channel.CHAT,
            "",
            Instant.EPOCH,
            0,
            false,
            SpeakerSource.NONE,
            0,
            Map.of(),
            List.of());
    try (Deposit deposit = vault.deposit()) {
      deposit.keepQuarantined(
          new Envelope(unread, List.of(), List.of(), Instant.EPOCH, "/in/table.csv"),
          broken(Stage.INTAKE, Instant.ofEpochSecond(number)));
    }
    return id;
  }

  /** The first page reads the notes of all, further ones only what they show. */
  @Test
  void pagesThroughThousandsLatestFirst() {
    int entries = 500;
    for (int number = 1; number <= entries; number++) {
      put(number, "table.csv#row " + number);
    }

    assertThat(quarantine.page(0, 100).items()).hasSize(100);
    var page = quarantine.page(200, 100);
    assertThat(page.total()).isEqualTo(entries);
    assertThat(page.items().get(0).source()).isEqualTo("table.csv#row " + (entries - 200));
    assertThat(quarantine.page(entries, 25).items()).isEmpty();
  }
}
