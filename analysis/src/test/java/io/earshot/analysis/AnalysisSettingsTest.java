package io.earshot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnalysisSettingsTest {
  @Test
  void hasDefaults() {
    AnalysisSettings expected =
        new AnalysisSettings(
            Runtime.getRuntime().availableProcessors(),
            10_000,
            256,
            0.62,
            0.72,
            0.35,
            "",
            5,
            0.35,
            "",
            0.3,
            0.05,
            Duration.ofSeconds(3),
            Duration.ofMinutes(2),
            Duration.ofMillis(500),
            10);

    assertThat(AnalysisSettings.defaults()).isEqualTo(expected);
  }

  @Test
  void readsEveryKey() {
    Section section =
        Section.parse(
            """
            threads: 3
            cached_vectors: 7
            max_tokens: 64
            intent_closeness_zh: 0.5
            intent_closeness_en: 0.6
            intent_probability: 0.3
            intent_head: shop
            conversation_intents: 2
            emotion_probability: 0.5
            emotion_head: moods
            neutral_prior: 0.7
            persistence: 0.2
            silence: 4s
            chat_wait: 5m
            overlap: 600ms
            keywords: 8
            """,
            "test");
    AnalysisSettings settings = AnalysisSettings.from(section);
    section.verify();

    assertThat(settings)
        .isEqualTo(
            new AnalysisSettings(
                3,
                7,
                64,
                0.5,
                0.6,
                0.3,
                "shop",
                2,
                0.5,
                "moods",
                0.7,
                0.2,
                Duration.ofSeconds(4),
                Duration.ofMinutes(5),
                Duration.ofMillis(600),
                8));
  }
}
