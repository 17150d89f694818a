package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDataTest {
  private static final Path MAPPING = Path.of("../samples/mappings/jd-customer-service.yaml");

  @TempDir Path folder;
  private Vault vault;
  private Intake intake;

  @BeforeEach
  void open() {
    vault = Vault.open(folder);
    intake = new Intake(IngestSettings.defaults(), vault);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private List<Receipt> take(List<Path> paths, IntakeOptions options) {
    List<Receipt> receipts = new ArrayList<>();
    for (SourceItem item : new Scanner(IngestSettings.defaults()).scan(paths)) {
      intake.take(item, options, receipts::add);
    }
    return receipts;
  }

  @Test
  void readsAllChatsOfTheTable() {
    Path table = SharedData.file("chats/jd-customer-service.tsv");
    IntakeOptions options = new IntakeOptions(Optional.of(MAPPING), Optional.empty());

    List<Receipt> receipts = take(List.of(table), options);

    assertThat(receipts).hasSize(497).noneMatch(Receipt::quarantined).noneMatch(Receipt::known);
    Conversation first = vault.conversation(receipts.get(0).id());
    assertThat(first.channel()).isEqualTo(Channel.CHAT);
    assertThat(first.language()).isEqualTo("zh");
    assertThat(first.source())
        .isEqualTo("jd-customer-service.tsv#0000b82c62117aa4497508bb1bdfb53a");
    assertThat(first.turns()).hasSize(10);
    assertThat(first.turns().get(0).speaker()).isEqualTo(Speaker.CUSTOMER);
    assertThat(first.customer()).contains("USERID_10480447");
    assertThat(first.attribute("product")).isEmpty();
    assertThat(first.timed()).isFalse();
    assertThat(take(List.of(table), options)).hasSize(497).allMatch(Receipt::known);
  }

  @Test
  void readsAllTurnsOfTheTable() {
    Path table = SharedData.file("chats/jd-customer-service.tsv");
    IntakeOptions options = new IntakeOptions(Optional.of(MAPPING), Optional.empty());
    List<Conversation> conversations = new ArrayList<>();

    new ConversationReader(IngestSettings.defaults())
        .read(table, options, conversations::add, refusal -> {});

    assertThat(conversations.stream().mapToInt(c -> c.turns().size()).sum()).isEqualTo(6108);
    assertThat(conversations.stream().filter(c -> c.attribute("product").isPresent())).isNotEmpty();
  }

  @Test
  void takesTheCallsOfTheFolder() {
    Path calls = SharedData.file("calls");

    List<Receipt> receipts = take(List.of(calls), IntakeOptions.NONE);

    assertThat(receipts)
        .extracting(Receipt::source)
        .containsExactly(
            "Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav",
            "auto-repairs-40.wav",
            "commercial-mono.wav");
    assertThat(receipts).allMatch(receipt -> receipt.next() == Stage.TRANSCRIBE);
    Conversation named = vault.envelope(receipts.get(0).id()).conversation();
    assertThat(named.agent()).contains("ChrisL");
    assertThat(named.attribute(Conversation.CALL_ID)).contains("000");
    assertThat(named.startedAt().atZone(ZoneId.systemDefault()).toLocalDateTime())
        .hasToString("2025-02-19T06:01:22");
    assertThat(vault.envelope(receipts.get(1).id()).roles())
        .containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(vault.media(receipts.get(1).id()))
        .hasSize(2)
        .allMatch(path -> path.toFile().isFile());
  }

  @Test
  void passesOverTheLabelsBesideRecordings() {
    Path calls = SharedData.file("calls-synthetic");
    List<Scanner.Skipped> skipped = new ArrayList<>();

    List<SourceItem> items =
        new Scanner(IngestSettings.defaults()).scan(List.of(calls), skipped::add);

    assertThat(items).hasSize(14).allMatch(item -> item.name().endsWith(".mp3"));
    assertThat(skipped)
        .hasSize(14)
        .allMatch(one -> one.file().toString().endsWith(".reference.json"));
  }
}
