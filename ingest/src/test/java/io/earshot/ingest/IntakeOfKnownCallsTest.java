package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.facts.ToldFacts;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of which more is known than their names tell. */
class IntakeOfKnownCallsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  @TempDir Path folder;
  private final TestingClock clock = new TestingClock(NOW);
  private Vault vault;

  @BeforeEach
  void open() throws IOException {
    vault = Vault.open(folder.resolve("vault"));
    Files.createDirectory(folder.resolve("in"));
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private Path file(String name, String content, Duration age) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.write(file, content.getBytes(UTF_8));
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    return file;
  }

  private Path old(String name, String content) throws IOException {
    return file(name, content, Duration.ofHours(1));
  }

  private List<Envelope> take(String settings) {
    IngestSettings read = IngestSettings.from(Section.parse(settings, "s"));
    Intake intake = new Intake(read, vault, clock);
    List<Envelope> taken = new ArrayList<>();
    for (SourceItem item : new Scanner(read).scan(List.of(folder.resolve("in")))) {
      intake.take(item, IntakeOptions.NONE, receipt -> taken.add(vault.envelope(receipt.id())));
    }
    return taken;
  }

  @Test
  void keepsWhatSideFilesTellBeforeNames() throws IOException {
    old("X_AGENT_Bob_QUEUE_1_DT_2025-02-19T06-01-22.wav", "RIFF1234WAVE");
    old(
        "X_AGENT_Bob_QUEUE_1_DT_2025-02-19T06-01-22.json",
        "{\"agent\":\"Robert\",\"start_time\":\"2026-01-02T03:04:05Z\",\"language\":\"zh-CN\","
            + "\"agent_channel\":\"left\"}");

    Envelope envelope = take("{}").get(0);

    Conversation call = envelope.conversation();
    assertThat(call.agent()).contains("Robert");
    assertThat(call.attribute("queue")).contains("1");
    assertThat(call.startedAt()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(call.language()).isEqualTo("zh");
    assertThat(envelope.roles()).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(envelope.mediaNames()).containsExactly("0.wav");
  }

  private Receipt take(Path file, String settings, IntakeOptions options) {
    IngestSettings read = IngestSettings.from(Section.parse(settings, "s"));
    List<Receipt> receipts = new ArrayList<>();
    new Intake(read, vault, clock).take(SourceItem.of(file), options, receipts::add);
    return receipts.get(0);
  }

  /** Whoever has the file alone can't tell again what a program told with its upload. */
  @Test
  void takesAnewWithTheModelOfNowAndTheFactsOfBefore() throws IOException {
    Path file = old("x.wav", "RIFF1234WAVE");
    String told = "{\"agent\":\"Bob\",\"started_at\":\"2026-01-02T03:04:05Z\",\"language\":\"zh\"}";
    IntakeOptions first = new IntakeOptions(Optional.empty(), Optional.empty(), ToldFacts.of(told));
    Receipt receipt = take(file, "model: small", first);
    vault.indexed(receipt.id(), Duration.ofSeconds(1));

    assertThat(take(file, "model: large", IntakeOptions.NONE).known()).isTrue();
    assertThat(vault.envelope(receipt.id()).conversation().attribute(Conversation.SPEECH_MODEL))
        .contains("small");

    assertThat(take(file, "model: large", IntakeOptions.NONE.takingAnew()))
        .isEqualTo(receipt)
        .extracting(Receipt::known)
        .isEqualTo(false);
    Conversation call = vault.envelope(receipt.id()).conversation();
    assertThat(call.attribute(Conversation.SPEECH_MODEL)).contains("large");
    assertThat(call.agent()).contains("Bob");
    assertThat(call.startedAt()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(call.language()).isEqualTo("zh");

    IntakeOptions named = IntakeOptions.NONE.withModel(Optional.of("own")).takingAnew();
    assertThat(take(file, "{}", named)).extracting(Receipt::known).isEqualTo(true);
    vault.indexed(receipt.id(), Duration.ofSeconds(1));
    take(file, "{}", named);
    assertThat(vault.envelope(receipt.id()).conversation().attribute(Conversation.SPEECH_MODEL))
        .contains("own");
  }

  @Test
  void takesChatsAnew() throws IOException {
    Path file = old("x.txt", "Customer: hello\nAgent: good day\n");
    ToldFacts told = ToldFacts.of("{\"queue\":\"billing\"}");
    Receipt receipt = take(file, "{}", new IntakeOptions(Optional.empty(), Optional.empty(), told));
    vault.indexed(receipt.id(), Duration.ofSeconds(1));

    assertThat(take(file, "{}", IntakeOptions.NONE.takingAnew())).isEqualTo(receipt);

    assertThat(vault.envelope(receipt.id()).conversation().attribute("queue")).contains("billing");
    assertThat(vault.outcome(receipt.id())).isEqualTo(Outcome.PENDING);
  }

  @Test
  void notesWhetherRolesMayBeSwapped() throws IOException {
    old("x.wav", "RIFF1234WAVE");
    assertThat(take("{tracks: [agent, customer], swap: true}").get(0).swappable()).isTrue();
    old("y.wav", "RIFF5678WAVE");
    assertThat(take("{tracks: [agent, customer]}").get(1).swappable()).isFalse();
  }

  /** Two files that began at different times are one call on one clock. */
  @Test
  void keepsByHowMuchOneFileBeganLater() throws IOException {
    old("x-in.wav", "RIFF1234WAVE");
    old("x-in.json", "{\"start_time\": \"2026-01-02T03:04:05.500Z\"}");
    old("x-out.wav", "RIFF5678WAVE");
    old("x-out.json", "{\"start_time\": \"2026-01-02T03:04:03Z\"}");

    Envelope envelope = take("{}").get(0);

    assertThat(envelope.mediaNames()).containsExactly("0+2500ms.wav", "1.wav");
    assertThat(vault.media(envelope.id()).get(0)).hasContent("RIFF1234WAVE");
    assertThat(envelope.conversation().startedAt()).isEqualTo("2026-01-02T03:04:03Z");
  }

  @Test
  void takesACallWhoseSideFileCantBeRead() throws IOException {
    old("x.wav", "RIFF1234WAVE");
    old("x.xml", "<a><b></a>");

    assertThat(take("{}")).hasSize(1);
  }

  @Test
  void takesNothingWithoutItsMarker() throws IOException {
    file("x-in.wav", "RIFF1234WAVE", Duration.ZERO);
    file("x-out.wav", "RIFF5678WAVE", Duration.ZERO);

    assertThatThrownBy(() -> take("done_markers: [.done]"))
        .isInstanceOf(StillChanging.class)
        .hasMessageContaining("x-in.wav is not complete");
    file("x.done", "", Duration.ZERO);

    assertThat(take("done_markers: [.done]"))
        .singleElement()
        .satisfies(call -> assertThat(call.mediaNames()).hasSize(2));
  }

  @Test
  void waitsForSideFilesAsLongAsToldTo() throws IOException {
    file("x.wav", "RIFF1234WAVE", Duration.ofSeconds(10));

    assertThatThrownBy(() -> take("side_files: {wait: 1m}")).isInstanceOf(StillChanging.class);
    clock.advance(Duration.ofMinutes(1));

    assertThat(take("side_files: {wait: 1m}")).hasSize(1);
  }

  /** Facts that arrive before their recording are not taken for a broken chat at once. */
  @Test
  void waitsForTheRecordingOfASideFile() throws IOException {
    file("x.json", "{\"agent\":\"Bob\",\"call_id\":\"7\"}", Duration.ofSeconds(5));

    assertThatThrownBy(() -> take("{}")).isInstanceOf(StillChanging.class);
    old("x.wav", "RIFF1234WAVE");

    assertThat(take("{}"))
        .singleElement()
        .satisfies(call -> assertThat(call.conversation().agent()).contains("Bob"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.json                | {"agent":"Bob","call_id":"7"}
          x.wav.json            | {"agent":"Bob","call_id":"7"}
          x.xml                 | <call><agent>Bob</agent><call_id>7</call_id></call>
          x.csv                 | 'agent,call_id\nBob,7\n'
          """)
  void saysWhichRecordingASideFileCameTooLateFor(String name, String content) throws IOException {
    old(name, content.replace("\\n", "\n"));

    Envelope refused = take("{}").get(0);

    assertThat(vault.quarantined(refused.id()).orElseThrow().reason())
        .startsWith(name + " tells of a recording named x")
        .contains("'earshot process --again' takes x");
  }

  @Test
  void takesTheFactsOfALateSideFileWhenItsRecordingIsTakenAnew() throws IOException {
    Path recording = old("x.wav", "RIFF1234WAVE");
    Receipt receipt = take(recording, "{}", IntakeOptions.NONE);
    vault.indexed(receipt.id(), Duration.ofSeconds(1));
    old("x.json", "{\"agent\":\"Bob\",\"call_id\":\"7\"}");

    take(recording, "{}", IntakeOptions.NONE);
    assertThat(vault.envelope(receipt.id()).conversation().agent()).isEmpty();
    take(recording, "{}", IntakeOptions.NONE.takingAnew());
    assertThat(vault.envelope(receipt.id()).conversation().agent()).contains("Bob");
  }

  @Test
  void aBrokenChatIsNoSideFile() throws IOException {
    old("x.json", "{\"agent\":\"Bob\",\"call_id\":\"7\",\"lines\":[{\"a\":1},{\"a\":2}]}");

    assertThat(vault.quarantined(take("{}").get(0).id()).orElseThrow().reason())
        .doesNotContain("process --again");
  }

  @Test
  void takesHostileNamesAsTheyAre() throws IOException {
    old("a\nERROR b.wav", "RIFF1234WAVE");
    old("q'\"; DROP.g726-32", "raw");

    List<Envelope> taken = take("{}");

    assertThat(taken)
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.conversation().source()).doesNotContain("\n"));
    assertThat(taken)
        .extracting(call -> call.mediaNames().get(0))
        .containsExactly("0.wav", "0.g726-32");
  }
}
