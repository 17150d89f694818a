package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.segment.GateSettings;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.RawFormat;
import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeechSettingsTest {

  @Test
  void hasDefaults() {
    Section empty = Section.empty();
    assertThat(SpeechSettings.from(empty)).isEqualTo(SpeechSettings.defaults());
    empty.verify();
    assertThat(SpeechSettings.defaults().recognizers())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(SpeechSettings.defaults().decode().maxDuration()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void readsEveryKey() {
    Section section =
        Section.parse(
            """
            languages: {en: {model: a/en}, zh: {model: a/zh}}
            language: zh
            detect: false
            models_at_once: 5
            recognizers: 3
            pause: 1s
            gate: {open_db: 12, close_db: 7, depth_db: 30, pre_roll: 100ms, hang_over: 200ms,
                   target_length: 10s, max_length: 15s}
            decode: {timeout: 5s, memory: 512MB, max_duration: 1h}
            raw: {rec: {codec: alaw, rate: 16000, channels: 2}, sln: {channels: 2}}
            alternatives: {keep: false, below: 0.4}
            diarization: {enabled: false}
            """,
            "test");
    SpeechSettings settings = SpeechSettings.from(section);
    section.verify();
    assertThat(settings)
        .isEqualTo(
            new SpeechSettings(
                Map.of("en", "a/en", "zh", "a/zh"),
                "zh",
                false,
                5,
                3,
                Duration.ofSeconds(1),
                new GateSettings(
                    12,
                    7,
                    30,
                    Duration.ofMillis(100),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15)),
                new DecodeLimits(Duration.ofSeconds(5), 512L << 20, Duration.ofHours(1)),
                settings.raw(),
                new AlternativeSettings(false, 0.4),
                new DiarizationSettings(false)));
    assertThat(settings.raw().byEnding())
        .containsEntry("rec", new RawFormat(RawFormat.Codec.A_LAW, 16_000, 2))
        .containsEntry("sln", new RawFormat(RawFormat.Codec.LINEAR, 8000, 2))
        .containsEntry("ulaw", new RawFormat(RawFormat.Codec.MU_LAW, 8000, 1));
  }

  @Test
  void namesWhatDoesNotFitTogether() {
    Section section =
        Section.parse(
            "{models_at_once: 0, gate: {open_db: 3, close_db: 5, target_length: 20s, max_length: 5s}}",
            "test");
    SpeechSettings.from(section);
    assertThatThrownBy(section::verify)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("models_at_once")
        .hasMessageContaining("close_db")
        .hasMessageContaining("max_length");
  }
}
