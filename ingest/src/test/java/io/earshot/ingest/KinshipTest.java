package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinshipTest {
  private final Kinship kinship = kinship("{done_markers: [.done, .ok]}");

  private static Kinship kinship(String yaml) {
    return new Kinship(IngestSettings.from(Section.parse(yaml, "test")));
  }

  @Test
  void theFilesOfACallBelongTogether() {
    List<String> call =
        List.of(
            "2026/x-agent.wav",
            "2026/x-caller.wav",
            "2026/x.json",
            "2026/x-agent_metadata.json",
            "2026/X.wav.xml");

    assertThat(kinship.families(call)).hasSize(1);
    assertThat(kinship.lacksHalf(call)).isFalse();
    assertThat(kinship.lacksHalf(call.subList(1, 3))).isTrue();
    assertThat(kinship.family("2026/x.wav.done")).isEqualTo(kinship.family("2026/x-agent.wav"));
    assertThat(kinship.family("2026/x.ok")).isEqualTo(kinship.family("2026/x-agent.wav"));
  }

  @Test
  void othersDoNot() {
    assertThat(kinship.families(List.of("x.wav", "a/x.wav", "y.wav", "x2.json", "manifest.csv")))
        .hasSize(5);
    assertThat(kinship.lacksHalf(List.of("x.wav", "x.json"))).isFalse();
  }

  @Test
  void aSessionHasItsStreams() {
    assertThat(kinship.families(List.of("s.xml", "s-1.wav", "s_2.wav", "s.txt", "s3.wav", "t.wav")))
        .hasSize(4)
        .containsValue(List.of("s.xml", "s-1.wav", "s_2.wav"));
  }

  @Test
  void factsMayLieInAnotherFolder() {
    Kinship apart = kinship("{side_files: {folder: ../facts}}");
    assertThat(apart.family("in/sound/x.wav")).isEqualTo(apart.family("in/facts/x.json"));
  }

  @Test
  void markersAreNamedAfterTheFileOrTheCall() {
    List<String> call = List.of("a/x-agent.wav", "a/x-caller.wav", "a/x.json");
    assertThat(kinship.markers("a/x-agent.wav", call))
        .containsExactly(
            "a/x-agent.wav.done",
            "a/x-agent.wav.ok",
            "a/x-agent.done",
            "a/x-agent.ok",
            "a/x.done",
            "a/x.ok");
    assertThat(kinship.markers("a/x.json", call)).as("it comes with the recording").isEmpty();
    assertThat(kinship.markers("a/chat.json", List.of("a/chat.json"))).contains("a/chat.json.done");
    assertThat(kinship("{}").markers("a/x-agent.wav", call)).isEmpty();
    assertThat(kinship.isMarker("a/x.DONE")).isTrue();
  }
}
