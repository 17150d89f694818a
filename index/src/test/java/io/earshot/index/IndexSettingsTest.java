package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexSettingsTest {
  @Test
  void defaults() {
    assertThat(IndexSettings.defaults())
        .isEqualTo(
            new IndexSettings(
                "",
                "",
                "",
                512L << 20,
                0,
                "nobody",
                Duration.ofMinutes(3),
                "earshot",
                1,
                0,
                0.55,
                0.68));
    assertThat(IndexSettings.defaults().isPrivate()).isTrue();
    assertThat(IndexSettings.defaults().address()).isEmpty();
  }

  @Test
  void everyKey() {
    Section section =
        Section.parse(
            """
            url: https://search.example.org:9200
            username: ann
            password: pass
            heap: 1GB
            port: 9250
            user: search
            start_timeout: 5m
            prefix: calls-2
            shards: 3
            replicas: 1
            meaning_floor_zh: 0.6
            meaning_floor_en: 0.7
            """,
            "test");
    IndexSettings settings = IndexSettings.from(section);
    section.verify();
    assertThat(settings)
        .isEqualTo(
            new IndexSettings(
                "https://search.example.org:9200",
                "ann",
                "pass",
                1L << 30,
                9250,
                "search",
                Duration.ofMinutes(5),
                "calls-2",
                3,
                1,
                0.6,
                0.7));
    assertThat(settings.address())
        .contains(new ServerAddress("https://search.example.org:9200", "ann", "pass"));
    assertThat(settings + " " + settings.address()).doesNotContain("pass,").doesNotContain("=pass");
  }

  @Test
  void namesEveryWrongValue() {
    Section section = Section.parse("url: nowhere\nheap: 10MB\nprefix: Big\nshards: 0\n", "test");
    IndexSettings.from(section);
    assertThatThrownBy(section::verify)
        .hasMessageContaining("url")
        .hasMessageContaining("heap")
        .hasMessageContaining("prefix")
        .hasMessageContaining("shards");
  }
}
