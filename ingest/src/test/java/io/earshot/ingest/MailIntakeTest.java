package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailIntakeTest {
  @TempDir Path folder;

  @Test
  void keepsAttachedRecordingsAsCallsWithWhatTheirNamesTell() throws Exception {
    String wav = Base64.getMimeEncoder().encodeToString("RIFF....WAVE sound".getBytes(UTF_8));
    Path file =
        Files.writeString(
            folder.resolve("m.eml"),
            """
            From: pbx@acme.test
            Subject: Voice mail
            Date: Wed, 4 Mar 2026 10:00:00 +0000
            Message-ID: <v@x>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            You have a new message.
            --b
            Content-Type: audio/wav; name="x_AGENT_Bob_2026-01-02_03-04-05.wav"
            Content-Transfer-Encoding: base64

            %s
            --b--
            """
                .formatted(wav));
    IngestSettings settings =
        IngestSettings.from(Section.parse("{settle: 0s, pair_wait: 0s, time_zone: UTC}", "test"));
    List<Receipt> receipts = new ArrayList<>();
    try (Vault vault = Vault.open(folder.resolve("vault"))) {
      new Intake(settings, vault).take(SourceItem.of(file), IntakeOptions.NONE, receipts::add);

      assertThat(receipts)
          .extracting(Receipt::next)
          .containsExactlyInAnyOrder(Stage.TRANSCRIBE, Stage.ANALYSE);
      Receipt call =
          receipts.stream().filter(one -> one.channel() == Channel.CALL).findFirst().orElseThrow();
      Conversation conversation = vault.envelope(call.id()).conversation();
      assertThat(conversation.source()).isEqualTo("m.eml#x_AGENT_Bob_2026-01-02_03-04-05.wav");
      assertThat(conversation.startedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
      assertThat(conversation.attributes())
          .containsEntry("agent", "Bob")
          .containsEntry("mail", "<v@x>");
    }
  }
}
