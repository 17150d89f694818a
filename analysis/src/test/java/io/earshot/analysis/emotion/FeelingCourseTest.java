package io.earshot.analysis.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.analysis.language.Span;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeelingCourseTest {
  private static Feeling feeling(String label, double valence) {
    return new Feeling(
        label,
        0.6,
        valence,
        Math.max(0, -valence),
        0.2,
        new Feeling.Parts(0.2, OptionalDouble.empty()),
        Map.of(),
        new Span(0, 0));
  }

  private static EmotionCourse course(Feeling... feelings) {
    return FeelingCourse.of(Arrays.asList(feelings), Resolution.UNKNOWN);
  }

  @Test
  void isNoneWithoutTurns() {
    assertThat(FeelingCourse.of(List.of(), Resolution.UNKNOWN)).isEqualTo(EmotionCourse.NONE);
  }

  @Test
  void followsACustomerFromAngerToThanks() {
    EmotionCourse course =
        course(
            feeling("anger", -0.8),
            feeling("frustration", -0.6),
            feeling("neutral", 0),
            feeling("neutral", 0),
            feeling("neutral", 0),
            feeling("gratitude", 0.5));

    assertThat(course.start()).isCloseTo(-0.7, within(1e-9));
    assertThat(course.end()).isCloseTo(0.25, within(1e-9));
    assertThat(course.lowest()).isCloseTo(-0.75, within(1e-9));
    assertThat(course.peakEnd()).isCloseTo((-0.8 + 0.25) / 2, within(1e-9));
    assertThat(course.label()).isEqualTo("anger");
  }

  @Test
  void doesNotTakeOneCourtesyForTheWhole() {
    Feeling[] feelings = new Feeling[10];
    Arrays.fill(feelings, feeling("neutral", 0));
    feelings[9] = feeling("gratitude", 0.5);

    assertThat(course(feelings).label()).isEqualTo("neutral");
  }

  @Test
  void smoothsTheLowestMoment() {
    EmotionCourse course =
        course(feeling("neutral", 0), feeling("anger", -0.8), feeling("neutral", 0));

    assertThat(course.lowest()).isCloseTo(-0.4, within(1e-9));
  }

  @Test
  void readsThisProjectsOwnEmotions() {
    EmotionPack pack = EmotionPack.load(Path.of("../config/emotions"));

    assertThat(pack.size()).isEqualTo(9);
    assertThat(pack.valence("anger")).isNegative();
    for (String language : List.of("en", "zh")) {
      assertThat(pack.lesson(language).classes())
          .allSatisfy(topic -> assertThat(topic.examples()).hasSizeGreaterThanOrEqualTo(300));
      assertThat(pack.lesson(language).classes())
          .filteredOn(topic -> topic.name().equals("neutral"))
          .allSatisfy(topic -> assertThat(topic.examples()).hasSizeGreaterThanOrEqualTo(1000));
    }
  }

  @Test
  void needsNeutral(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        "emotions:\n  - name: joy\n    valence: 1\n"
            + "    examples: {en: [a b, c d, e f], zh: [一, 二, 三]}\n");

    assertThatThrownBy(() -> EmotionPack.load(folder)).hasMessageContaining("neutral");
  }
}
