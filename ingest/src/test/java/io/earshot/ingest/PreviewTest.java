package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  @TempDir Path folder;

  private void old(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(3600)));
  }

  private static IngestSettings settings(String yaml) {
    return IngestSettings.from(Section.parse("time_zone: UTC\n" + yaml, "settings"));
  }

  private List<Prospect> prospects(String yaml) {
    IngestSettings settings = settings(yaml);
    Preview preview = new Preview(settings, new TestingClock(NOW));
    return new Scanner(settings)
        .scan(List.of(folder)).stream().map(item -> preview.of(item, IntakeOptions.NONE)).toList();
  }

  private static List<String> facts(Prospect prospect) {
    return prospect.facts().stream()
        .map(fact -> "%s=%s (%s)".formatted(fact.name(), fact.value(), fact.origin()))
        .toList();
  }

  @Test
  void tellsWhatARecordingWouldBecomeAndWhy() throws IOException {
    old("q-600-5551234-20250327-092517-1743042317.1-in.wav", "RIFF1234WAVE");
    old("q-600-5551234-20250327-092517-1743042317.1-out.wav", "RIFF5678WAVE");
    old("q-600-5551234-20250327-092517-1743042317.1.json", "{\"agent\": \"Bob\"}");

    Prospect call = prospects("tracks: [customer, agent]").get(0);

    assertThat(call.recording()).isTrue();
    assertThat(call.item().files()).hasSize(2);
    assertThat(call.roles()).containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
    assertThat(call.rolesFrom()).isEqualTo("settings");
    assertThat(facts(call))
        .contains(
            "agent=Bob (q-600-5551234-20250327-092517-1743042317.1.json: agent)",
            "queue=600 (name: asterisk)",
            "started_at=2025-03-27T09:25:17Z (name: asterisk)");
    assertThat(call.beside()).hasSize(1);
    assertThat(call.troubles()).isEmpty();
  }

  @Test
  void tellsWhatAChatWouldBecome() throws IOException {
    old("chat_AGENT_Bob_2026-01-02.txt", "Agent: good day\nCustomer: hello\n");

    Prospect chat = prospects("language: en").get(0);

    assertThat(chat.recording()).isFalse();
    assertThat(chat.channel()).isEqualTo(Channel.CHAT);
    assertThat(chat.conversations()).isEqualTo(1);
    assertThat(facts(chat))
        .contains(
            "agent=Bob (name: pieces such as _AGENT_x_)",
            "started_at=2026-01-02T00:00:00Z (name: date)");
  }

  @Test
  void tellsWhatStandsInTheWay() throws IOException {
    old("a.txt", "");
    old("b.zip", "PK\u0003\u0004....");
    old("c.txt", "nothing of known shape");
    old("d.wav", "RIFF1234WAVE and more than the settings allow");
    old("e.wav", "RIFF1234WAVE");
    old("e.xml", "<a>");
    Files.writeString(folder.resolve("f.wav"), "RIFF1234WAVE");
    Files.setLastModifiedTime(folder.resolve("f.wav"), FileTime.from(NOW));

    Map<String, String> troubles =
        prospects("max_recording: 32B").stream()
            .collect(
                Collectors.toMap(
                    one -> one.item().name(), one -> String.join(" | ", one.troubles())));

    assertThat(troubles.get("a.txt")).contains("is empty");
    assertThat(troubles.get("b.zip")).contains("is an archive");
    assertThat(troubles.get("c.txt")).contains("no known shape");
    assertThat(troubles.get("d.wav")).contains("ingest.max_recording allows 32");
    assertThat(troubles.get("e.wav")).contains("e.xml is no XML");
    assertThat(troubles.get("f.wav")).contains("still being written");
  }

  /** What is foreseen is what then happens: the same code decides. */
  @Test
  void foreseesWhatTheIntakeDoes() throws IOException {
    old("X_AGENT_Bob_DT_2025-02-19T06-01-22.wav", "RIFF1234WAVE");
    old("X_AGENT_Bob_DT_2025-02-19T06-01-22.csv", "queue,agent_track\nSales,0\n");
    Prospect foreseen = prospects("").get(0);

    try (Vault vault = Vault.open(folder.resolve("vault"))) {
      List<Receipt> receipts = new ArrayList<>();
      new Intake(settings(""), vault, new TestingClock(NOW))
          .take(foreseen.item(), IntakeOptions.NONE, receipts::add);
      Envelope taken = vault.envelope(receipts.get(0).id());

      assertThat(taken.roles()).isEqualTo(foreseen.roles());
      assertThat(taken.conversation().channel()).isEqualTo(foreseen.channel());
      taken
          .conversation()
          .attributes()
          .forEach(
              (name, value) ->
                  assertThat(foreseen.facts())
                      .anyMatch(fact -> fact.name().equals(name) && fact.value().equals(value)));
    }
  }
}
