package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {
  @Test
  void defaults() {
    IngestSettings settings = IngestSettings.defaults();

    assertThat(settings.fileNames()).hasSameSizeAs(FileNamePattern.usual());
    assertThat(settings.timeZone()).isEqualTo(ZoneId.systemDefault());
    assertThat(settings.tracks()).isEmpty();
    assertThat(settings.language()).isEmpty();
    assertThat(settings.pairEndings().agent()).contains("-agent", "_agent");
    assertThat(settings.pairEndings().customer()).contains("-caller", "-customer", "_caller");
    assertThat(settings.pairWait()).hasSeconds(10);
    assertThat(settings.settle()).hasSeconds(2);
    assertThat(settings.maxRecordingBytes()).isEqualTo(8L << 30);
    assertThat(settings.maxTableBytes()).isEqualTo(64L << 30);
    assertThat(settings.maxConversationCharacters()).isEqualTo(16 << 20);
    assertThat(settings.mapping()).isEmpty();
  }

  @Test
  void everyKeyCanBeSet() {
    Section section =
        Section.parse(
            """
            file_names:
              - {pattern: '(?<agent>x)', datetime: yyyy}
            time_zone: Asia/Shanghai
            tracks: [agent, customer]
            swap: true
            language: zh
            pair_endings: {agent: [-a], customer: [-b], in: [-i], out: [-o]}
            side_files:
              endings: [.meta]
              folder: ../facts
              manifests: [list.txt]
              wait: 3s
              attributes: {agent: [who], team: group}
            done_markers: [.done]
            sound_endings: [rec]
            follow_links: true
            pair_wait: 1m
            settle: 5s
            max_recording: 1GB
            max_table: 2GB
            max_conversation: 1MB
            mapping: some/mapping.yaml
            """,
            "settings");
    IngestSettings settings = IngestSettings.from(section);
    section.verify();

    assertThat(settings.fileNames()).singleElement().extracting("datetime").isEqualTo("yyyy");
    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(settings.tracks()).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(settings.swap()).isTrue();
    assertThat(settings.language()).isEqualTo("zh");
    assertThat(settings.pairEndings())
        .isEqualTo(
            new IngestSettings.PairEndings(
                List.of("-a"), List.of("-b"), List.of("-i"), List.of("-o")));
    assertThat(settings.sideFiles().endings()).containsExactly(".meta");
    assertThat(settings.sideFiles().folder()).contains(Path.of("../facts"));
    assertThat(settings.sideFiles().manifests()).containsExactly("list.txt");
    assertThat(settings.sideFiles().patience()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.sideFiles().mapping().paths())
        .containsEntry("agent", List.of("who"))
        .containsEntry("team", List.of("group"))
        .containsKey("customer");
    assertThat(settings.doneMarkers()).containsExactly(".done");
    assertThat(settings.soundsByName(Path.of("x.REC"))).isTrue();
    assertThat(settings.followLinks()).isTrue();
    assertThat(settings.pairWait()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.settle()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.maxRecordingBytes()).isEqualTo(1L << 30);
    assertThat(settings.maxTableBytes()).isEqualTo(2L << 30);
    assertThat(settings.maxConversationCharacters()).isEqualTo(1 << 20);
    assertThat(settings.mapping()).contains(Path.of("some/mapping.yaml"));
  }

  @Test
  void tellsAllProblemsAtOnce() {
    Section section =
        Section.parse(
            """
            file_names:
              - {pattern: '(unclosed'}
              - {pattern: 'no group'}
              - {pattern: '(?<datetime>x)'}
            side_files: {attributes: {Bad-Name: x}}
            time_zone: Mars/Olympus
            tracks: [left, right]
            """,
            "settings");
    IngestSettings.from(section);

    assertThatThrownBy(section::verify)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("file_names[0].pattern")
        .hasMessageContaining("file_names[1].pattern")
        .hasMessageContaining("file_names[2].pattern")
        .hasMessageContaining("side_files.attributes.Bad-Name")
        .hasMessageContaining("time_zone")
        .hasMessageContaining("tracks");
  }
}
