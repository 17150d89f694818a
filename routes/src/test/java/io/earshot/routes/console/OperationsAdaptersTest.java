package io.earshot.routes.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.console.http.Problem;
import io.earshot.console.operations.QuarantineView.Item;
import io.earshot.console.operations.QuarantineView.KeptFile;
import io.earshot.console.upload.Told;
import io.earshot.console.upload.UploadTaker.Given;
import io.earshot.console.upload.UploadTaker.Kept;
import io.earshot.console.upload.UploadTaker.Taken;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.SpeakerSource;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Deposit;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.source.Source;
import io.earshot.routes.source.SourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quarantine and uploads with the real vault and the real queues. */
class OperationsAdaptersTest {
  @TempDir Path folder;

  private Told told = Told.NOTHING;
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
    Section dialler =
        Section.parse(
            "{upload: true, name: dialler, tracks: [customer, agent], model: small}", "sources");
    uploads =
        new IntakeUploads(
            Source.ofUploads(IngestSettings.defaults()),
            List.of(Feeds.source(dialler)),
            vault,
            queues,
            new ToldOptions(folder.resolve("scratch"), "large"::equals));
  }

  @AfterEach
  void stop() {
    queues.close();
    broker.close();
    vault.close();
  }

  private List<Taken> take(boolean more, Path... files) {
    List<Taken> taken = new ArrayList<>();
    uploads.take(Stream.of(files).map(file -> new Given(file, told)).toList(), more, taken::add);
    return taken;
  }

  private static String id(Taken taken) {
    return taken.conversations().get(0).id();
  }

  private Told telling(String source, String language, String mapping, String metadata) {
    return new Told(source, language, "", mapping, metadata);
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

    String id = id(taken.get(0));
    assertThat(queues.waiting(Stage.ANALYSE)).containsExactly(new ConversationId(id));
    assertThat(queues.length(Stage.ANALYSE)).isEqualTo(1);
    assertThat(queues.length(Stage.INDEX)).isZero();
    assertThat(uploads.state(id).status()).isEqualTo("in_flight");
    vault.indexed(new ConversationId(id), Duration.ofSeconds(1));
    assertThat(uploads.state(id).status()).isEqualTo("indexed");
    assertThat(take(false, chat).get(0).conversations()).containsExactly(new Kept(id, true));
  }

  @Test
  void aHalfWaitsForTheOtherOneWhileMoreMayCome() throws Exception {
    Path agent = file("call-agent.wav", "RIFF1234WAVE agent");
    assertThat(take(true, agent)).isEmpty();

    List<Taken> both = take(true, file("call-caller.wav", "RIFF1234WAVE caller"), agent);

    assertThat(both).hasSize(1);
    assertThat(both.get(0).files()).hasSize(2);
    ConversationId id = new ConversationId(id(both.get(0)));
    vault.quarantine(id, broken(Stage.TRANSCRIBE, Instant.now()));
    KeptFile kept = quarantine.file(id.value()).orElseThrow();
    assertThat(kept.temporary()).isTrue();
    try (ZipFile zip = new ZipFile(kept.file().toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly("agent-0.wav", "customer-1.wav");
    }
  }

  @Test
  void whatIsToldGoesBeforeWhatTheFilesTell() throws Exception {
    told =
        telling(
            "dialler",
            "zh-CN",
            "",
            "{\"agent\": \"Zoë\", \"started_at\": \"2026-01-02T03:04:05Z\","
                + " \"attributes\": {\"campaign\": \"spring\"}}");
    Path in = file("call-in.wav", "RIFF1234WAVE in");
    Path out = file("call-out.wav", "RIFF1234WAVE out");

    ConversationId call = new ConversationId(id(take(true, in, out).get(0)));

    Conversation kept = vault.envelope(call).conversation();
    assertThat(kept.language()).isEqualTo("zh");
    assertThat(kept.startedAt()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(kept.attributes()).containsEntry("agent", "Zoë").containsEntry("campaign", "spring");
    assertThat(vault.envelope(call).roles())
        .as("as the source has them")
        .extracting(role -> role.code())
        .containsExactly("customer", "agent");
    SourceState state = uploads.states().get(0);
    assertThat(state.source().name()).isEqualTo("dialler");
    assertThat(state.received()).isEqualTo(1);
    assertThat(state.lastAt()).isPresent();
    assertThat(state.health().ok()).isTrue();
  }

  @Test
  void aModelIsToldByWhoSendsOrBySettings() throws Exception {
    told = new Told("dialler", "", "large", "", "{\"attributes\": {\"speech_model\": \"evil\"}}");
    assertThat(model(take(false, file("a.wav", "RIFF1234WAVE a")))).contains("large");
    told = telling("dialler", "", "", "{\"attributes\": {\"speech_model\": \"evil\"}}");
    assertThat(model(take(false, file("b.wav", "RIFF1234WAVE b")))).contains("small");
    told = Told.NOTHING;
    assertThat(model(take(false, file("c.wav", "RIFF1234WAVE c")))).isEmpty();
    refused("no speech model", new Told("", "", "other", "", ""));
  }

  private Optional<String> model(List<Taken> taken) {
    ConversationId call = new ConversationId(id(taken.get(0)));
    return vault.envelope(call).conversation().attribute(Conversation.SPEECH_MODEL);
  }

  @Test
  void aTableComesWithItsMapping() throws Exception {
    told =
        telling(
            "",
            "",
            "{conversation: s, speaker: who, text: what, speakers: {C: customer, A: agent}}",
            "{\"queue\": \"web\", \"call_id\": \"not of all\"}");

    Taken taken =
        take(false, file("t.csv", "s,who,what\n1,C,hello\n1,A,hi\n2,C,bye\n2,A,bye\n")).get(0);

    assertThat(taken.conversations()).hasSize(2);
    for (Kept one : taken.conversations()) {
      assertThat(vault.conversation(new ConversationId(one.id())).attributes())
          .containsEntry("queue", "web")
          .doesNotContainValue("not of all");
    }
    assertThat(folder.resolve("scratch")).isEmptyDirectory();
  }

  @Test
  void whatCannotBeUsedIsRefusedBeforeItComes() {
    uploads.check(telling("dialler", "zh-CN", "{speaker: s, text: t}", "{}"));
    refused("There is no source", telling("other", "", "", ""));
    refused("tag", telling("", "not a language", "", ""));
    refused("valid JSON", telling("", "", "", "{"));
    refused("one JSON object", telling("", "", "", "[1]"));
    refused("valid JSON", telling("", "", "", "{} {}"));
    refused("valid JSON", telling("", "", "", "{\"a\": 1, \"a\": 2}"));
    refused("no time", telling("", "", "", "{\"started_at\": \"yesterday\"}"));
    refused("names of small", telling("", "", "", "{\"attributes\": {\"../x\": 1}}"));
    refused("names of small", telling("", "", "", "{\"attributes\": {\"x\": {}}}"));
    refused("must be an object", telling("", "", "", "{\"attributes\": 3}"));
    refused("colour", telling("", "", "colour: red", ""));
    refused("${", telling("", "", "language: ${HOME}", ""));
  }

  private void refused(String why, Told what) {
    assertThatThrownBy(() -> uploads.check(what))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining(why);
  }

  @Test
  void whatCannotBeReadIsInQuarantineAndCanBeHandedInAgain() throws Exception {
    Taken taken = take(false, file("odd.txt", "no chat of any shape")).get(0);
    String id = id(taken);

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
    String id = id(take(false, file("c.txt", "Customer: hello\nAgent: hi\n")).get(0));
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
