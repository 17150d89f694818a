package io.earshot.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Map<String, Double> VALENCES =
      Map.of("anger", -0.9, "neutral", 0.0, "gratitude", 0.7);

  @Test
  void foldsEmotionsIntoSides() {
    Labels labels = new Labels(List.of("negative", "neutral", "positive"), VALENCES);

    assertThat(labels.areSides()).isTrue();
    assertThat(labels.inTheirWords("anger", -0.2)).isEqualTo("negative");
    assertThat(labels.inTheirWords("neutral", -0.2)).isEqualTo("neutral");
    assertThat(labels.negative()).containsExactly("negative");
  }

  @Test
  void decidesWhereThereIsNoNeutral() {
    Labels labels = new Labels(List.of("negative", "positive"), VALENCES);

    assertThat(labels.inTheirWords("neutral", -0.1)).isEqualTo("negative");
    assertThat(labels.inTheirWords("neutral", 0.1)).isEqualTo("positive");
  }

  @Test
  void knowsOnlyNegativeAndOther() {
    Labels labels = new Labels(List.of("negative", "other"), VALENCES);

    assertThat(labels.inTheirWords("gratitude", 0.7)).isEqualTo("other");
    assertThat(labels.inTheirWords("anger", -0.9)).isEqualTo("negative");
  }

  @Test
  void leavesEmotionsAsTheyAre() {
    Labels labels = new Labels(List.of("anger", "neutral", "joy"), VALENCES);

    assertThat(labels.areSides()).isFalse();
    assertThat(labels.inTheirWords("anger", -0.9)).isEqualTo("anger");
    assertThat(labels.unknown()).containsExactly("joy");
    assertThat(labels.negative()).isEmpty();
  }

  @Test
  void knowsTheUsualNamesOfSides() {
    assertThat(Labels.normal("NEG")).isEqualTo("negative");
    assertThat(Labels.normal("负面")).isEqualTo("negative");
    assertThat(Labels.normal("joy")).isEqualTo("joy");
  }
}
