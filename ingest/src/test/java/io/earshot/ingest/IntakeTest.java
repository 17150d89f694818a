package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.ingest.facts.ToldFacts;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final Instant OLD = NOW.minusSeconds(3600);

  @TempDir Path folder;
  private final TestingClock clock = new TestingClock(NOW);
  private Vault vault;
  private Intake intake;

  @BeforeEach
  void open() {
    vault = Vault.open(folder.resolve("vault"));
    intake = intake("time_zone: UTC\nmax_recording: 1KB\n");
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private Intake intake(String settings) {
    return new Intake(IngestSettings.from(Section.parse(settings, "settings")), vault, clock);
  }

  private Path file(String name, String content) {
    return file(name, content.getBytes(UTF_8));
  }

  private Path file(String name, byte[] content) {
    try {
      Path file = Files.write(folder.resolve(name), content);
      Files.setLastModifiedTime(file, FileTime.from(OLD));
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Receipt> take(Path... files) {
    List<Receipt> receipts = new ArrayList<>();
    for (SourceItem item : new Scanner(IngestSettings.defaults()).scan(List.of(files))) {
      intake.take(item, IntakeOptions.NONE, receipts::add);
    }
    return receipts;
  }

  private long entries() {
    try (Stream<ConversationId> ids = vault.ids()) {
      return ids.count();
    }
  }

  @Test
  void takesARecording() {
    Path file = file("X_AGENT_Bob_DT_2025-02-19T06-01-22.wav", "RIFF1234WAVE");

    Receipt receipt = take(file).get(0);

    assertThat(receipt)
        .isEqualTo(
            new Receipt(
                ConversationId.ofText("RIFF1234WAVE"),
                file.getFileName().toString(),
                Channel.CALL,
                Stage.TRANSCRIBE,
                false,
                Optional.empty()));
    Conversation call = vault.envelope(receipt.id()).conversation();
    assertThat(call.agent()).contains("Bob");
    assertThat(call.startedAt()).isEqualTo("2025-02-19T06:01:22Z");
    assertThat(call.speakerSource()).isEqualTo(SpeakerSource.NONE);
    assertThat(vault.media(receipt.id()).get(0)).hasContent("RIFF1234WAVE");
    assertThat(vault.envelope(receipt.id()).origin()).isEqualTo(file.toString());
    assertThat(file).exists();
  }

  @Test
  void takesAPairAsOneCall() {
    Path agent = file("c-agent.wav", "RIFF1234WAVE");
    Path caller = file("c-caller.wav", "RIFF5678WAVE");

    Receipt receipt = take(agent, caller).get(0);

    assertThat(receipt.source()).isEqualTo("c.wav");
    assertThat(vault.envelope(receipt.id()).roles())
        .containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(vault.envelope(receipt.id()).conversation().speakerSource())
        .isEqualTo(SpeakerSource.TRACKS);
    assertThat(vault.media(receipt.id())).hasSize(2);
  }

  @Test
  void waitsForTheOtherHalfOfAPair() throws IOException {
    Path agent = file("c-agent.wav", "RIFF1234WAVE");
    Files.setLastModifiedTime(agent, FileTime.from(NOW.minusSeconds(5)));

    assertThatThrownBy(() -> take(agent)).isInstanceOf(StillChanging.class);
    clock.advance(Duration.ofSeconds(5));
    assertThat(vault.envelope(take(agent).get(0).id()).roles()).containsExactly(Speaker.AGENT);
  }

  @Test
  void refusesAFileStillWritten() throws IOException {
    Path file = file("x.wav", "RIFF1234WAVE");
    Files.setLastModifiedTime(file, FileTime.from(NOW));

    assertThatThrownBy(() -> take(file)).isInstanceOf(StillChanging.class);
    assertThat(entries()).isZero();
  }

  @Test
  void knowsTheSameChatInAnotherShape() {
    String chat = "客服：您好\n顾客：退货\n";
    Receipt first = take(file("a.txt", chat)).get(0);

    Receipt second =
        take(file(
                "b.txt",
                ("\uFEFF" + chat.replace("\n", "\r\n")).getBytes(Charset.forName("GB18030"))))
            .get(0);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.known()).isTrue();
    assertThat(second.next()).isEqualTo(Stage.ANALYSE);
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void saysWhereAKnownConversationStands() {
    Receipt receipt = take(file("a.txt", "Agent: a\nCustomer: b\n")).get(0);
    assertThat(vault.conversation(receipt.id()).startedAt()).isEqualTo(OLD);
    assertThat(vault.conversation(receipt.id()).durationMs()).isZero();

    vault.indexed(receipt.id(), Duration.ZERO);

    assertThat(take(file("b.txt", "Agent: a\nCustomer: b\n")).get(0).known()).isTrue();
    assertThat(vault.outcome(receipt.id())).isEqualTo(Outcome.INDEXED);
  }

  @Test
  void quarantinesWhatCanNotBeRead() {
    List<Receipt> receipts =
        take(
            file("empty.wav", ""),
            file("empty.txt", ""),
            file("prose.txt", "Dear all, nothing here.\n"),
            file("noise.dat", new byte[] {0, 1, 2, 3, 0, 0, 9}),
            file("other.json", "{\"a\": 1}"),
            file("table.csv", "a,b\n1,2\n"),
            file("packed.csv", "PK\u0003\u0004......"),
            file("large.wav", "RIFF1234WAVE" + "x".repeat(2000)));

    assertThat(receipts).hasSize(8).allMatch(Receipt::quarantined);
    assertThat(entries()).isEqualTo(8);
    for (Receipt receipt : receipts) {
      assertThat(receipt.next()).isEqualTo(Stage.INTAKE);
      assertThat(receipt.reason().orElseThrow()).contains(receipt.source());
      assertThat(vault.outcome(receipt.id())).isEqualTo(Outcome.QUARANTINED);
      assertThat(vault.quarantined(receipt.id()).orElseThrow().reason())
          .isEqualTo(receipt.reason().orElseThrow());
    }
    assertThat(vault.media(receipts.get(2).id()).get(0)).hasContent("Dear all, nothing here.\n");
    assertThat(vault.media(receipts.get(7).id())).as("too large to be copied").isEmpty();
    assertThat(take(folder.resolve("prose.txt")).get(0).known()).isTrue();
  }

  @Test
  void oneBadRowIsKeptApart() {
    List<Receipt> receipts =
        take(file("t.csv", "session,speaker,text\ns1,agent,hello\ns1,,secret\ns2,user,hi\n"));

    assertThat(receipts)
        .extracting(Receipt::source)
        .containsExactly("t.csv#s1", "t.csv#s2", "t.csv#line 3");
    Receipt bad = receipts.get(2);
    assertThat(bad.reason().orElseThrow()).contains("line 3").doesNotContain("secret");
    assertThat(vault.media(bad.id()).get(0)).hasContent("s1,,secret");
  }

  @Test
  void aTableOfBadRowsIsKeptWhole() {
    String good = "session,speaker,text\ns1,agent,hello\n";
    List<Receipt> some = take(file("some.csv", good + "s2,,x\n".repeat(50)));
    List<Receipt> all = take(file("all.csv", "session,speaker,text\n" + "s,,x\n".repeat(50)));

    assertThat(some).hasSize(2);
    assertThat(some.get(1).reason().orElseThrow()).contains("50 parts").contains("line 3");
    assertThat(all).singleElement().extracting(Receipt::source).isEqualTo("all.csv");
  }

  @Test
  void aTableLeavesQuarantineOnceItsMappingIsThere() throws IOException {
    Path table = file("t.csv", "s1;C;hello\ns1;A;hi\n");
    Receipt refused = take(table).get(0);
    assertThat(refused.quarantined()).isTrue();

    Files.writeString(
        folder.resolve("t.mapping.yaml"),
        """
        delimiter: ;
        header: false
        conversation: 1
        speaker: 2
        text: 3
        speakers: {C: customer, A: agent}
        """);
    List<Receipt> receipts = take(table);

    assertThat(receipts).singleElement().matches(receipt -> !receipt.quarantined());
    assertThat(vault.contains(refused.id())).isFalse();
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void aWrongMappingStopsTheIntake() throws IOException {
    Path table = file("t.csv", "a,b\n");
    Path mapping = Files.writeString(folder.resolve("m.yaml"), "colour: red\n");

    assertThatThrownBy(
            () ->
                intake.take(
                    SourceItem.of(table),
                    new IntakeOptions(Optional.of(mapping), Optional.empty()),
                    receipt -> {}))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining("m.yaml");
    assertThat(entries()).isZero();
  }

  @Test
  void whatIsToldGoesBeforeContentAndSideFiles() {
    ToldFacts told =
        ToldFacts.of(
            "{\"Agent-Name\": \"Zoë\", \"started_at\": \"2026-01-02T03:04:05Z\","
                + " \"attributes\": {\"campaign\": \"spring\"}}");
    IntakeOptions options = new IntakeOptions(Optional.empty(), Optional.empty(), told);
    file("x.json", "{\"agent\": \"Anna\", \"queue\": \"web\", \"more\": 1}");
    List<Receipt> receipts = new ArrayList<>();

    intake.take(SourceItem.of(file("x.wav", "RIFF1234WAVE")), options, receipts::add);
    intake.take(
        SourceItem.of(file("AGENT_Bob_2020-01-01.txt", "Agent: a\nUser: b\n")),
        options,
        receipts::add);

    Conversation call = vault.envelope(receipts.get(0).id()).conversation();
    assertThat(call.attributes())
        .containsEntry("agent", "Zoë")
        .containsEntry("queue", "web")
        .containsEntry("campaign", "spring");
    Conversation chat = vault.conversation(receipts.get(1).id());
    assertThat(chat.attributes()).containsEntry("agent", "Zoë").containsEntry("campaign", "spring");
    assertThat(List.of(call.startedAt(), chat.startedAt()))
        .containsOnly(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void languageAndTracksComeFromOptionsThenSettings() {
    intake = intake("language: en\ntracks: [customer, agent]\n");
    Path file = file("x.wav", "RIFF1234WAVE");
    List<Receipt> receipts = new ArrayList<>();

    intake.take(SourceItem.of(file), IntakeOptions.NONE, receipts::add);
    intake.take(
        SourceItem.of(file("y.txt", "Agent: a\nUser: b\n")),
        new IntakeOptions(Optional.empty(), Optional.of("zh")),
        receipts::add);

    assertThat(vault.envelope(receipts.get(0).id()).conversation().language()).isEqualTo("en");
    assertThat(vault.envelope(receipts.get(0).id()).roles())
        .containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
    assertThat(vault.conversation(receipts.get(1).id()).language()).isEqualTo("zh");
  }

  @Test
  void namesAFileThatVanished() {
    assertThatThrownBy(
            () ->
                intake.take(
                    SourceItem.of(folder.resolve("gone.wav")), IntakeOptions.NONE, receipt -> {}))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
        .hasMessageContaining("gone.wav");
  }

  @Test
  void keepsMendedMessagesAsTheyCame() {
    file("a.txt", "客服：您的<b>訂單</b>體驗(yàn)\n顾客：好\n");

    Receipt receipt = take(folder.resolve("a.txt")).get(0);

    Conversation kept = vault.conversation(receipt.id());
    assertThat(kept.turns().get(0).text()).isEqualTo("您的訂單體驗");
    assertThat(kept.attributes())
        .containsEntry("repaired", "html 2, readings 1")
        .containsEntry("format", "speaker-lines");
    assertThat(vault.unmended(receipt.id()))
        .containsOnlyKeys(0)
        .containsValue("您的<b>訂單</b>體驗(yàn)");
    vault.keepRedacted(kept, List.of(), Optional.empty());
    assertThat(vault.unmended(receipt.id())).isEmpty();
  }

  @Test
  void takesRecordingsOutOfVcons() {
    file(
        "c.vcon",
        """
        {"vcon": "0.0.1", "uuid": "u-1", "created_at": "2026-03-04T09:00:00Z", "parties": [{"name": "A"}, {"name": "B"}],
         "dialog": [{"type": "recording", "start": "2026-03-04T09:00:00Z", "duration": 1, "parties": [0, 1], "mimetype": "audio/wav",
           "encoding": "base64url", "body": "UklGRgAA"}]}
        """);

    Receipt receipt = take(folder.resolve("c.vcon")).get(0);

    assertThat(receipt.channel()).isEqualTo(Channel.CALL);
    assertThat(receipt.next()).isEqualTo(Stage.TRANSCRIBE);
    assertThat(vault.media(receipt.id())).hasSize(1);
    assertThat(vault.envelope(receipt.id()).mediaNames()).containsExactly("0.wav");
    assertThat(vault.envelope(receipt.id()).conversation().startedAt())
        .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    assertThat(take(folder.resolve("c.vcon")).get(0).known()).isTrue();
  }
}
