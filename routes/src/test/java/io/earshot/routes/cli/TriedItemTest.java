package io.earshot.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.sound.AudioInfo;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.Prospect;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.facts.Fact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriedItemTest {
  private static Prospect call(String file) {
    return new Prospect(
        SourceItem.of(Path.of(file)),
        Channel.CALL,
        true,
        "",
        1,
        true,
        List.of(new Fact("agent", "Bob\nEve", "name: ours")),
        List.of(Speaker.AGENT, Speaker.CUSTOMER),
        "settings",
        List.of(Path.of("/in/x.json")),
        List.of());
  }

  @Test
  void tellsACall() {
    AudioInfo sound = new AudioInfo(2, 8000, 65_000, "pcm_alaw");
    TriedItem tried = new TriedItem(call("/in/x.wav"), List.of(sound), List.of());

    assertThat(tried.text())
        .containsExactly(
            "x.wav: call, pcm_alaw, 8000 Hz, 2 channels, 1:05",
            "  tracks     agent, customer (settings)",
            "  agent      Bob\uFFFDEve (name: ours)",
            "  beside     /in/x.json");
    assertThat(tried.line().durationMs()).isEqualTo(65_000);
    assertThat(tried.line().becomes()).isEqualTo("call");
  }

  @Test
  void tellsWhatWouldBeQuarantined() {
    TriedItem tried =
        new TriedItem(call("/in/a\nb.wav"), List.of(), List.of("a\nb.wav holds no sound"));

    assertThat(tried.isUsable()).isFalse();
    assertThat(tried.text())
        .startsWith("a\uFFFDb.wav: quarantine")
        .endsWith("  trouble    a\uFFFDb.wav holds no sound");
  }
}
