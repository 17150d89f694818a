package io.earshot.analysis.evaluation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.RandomText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechMeasuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, Anna!|hello anna",
        "I can't, it's OK.|i can not it is okay",
        "Um, they'll say we've won|they will say we have won",
        "the customer's 2 orders|the customer's two orders",
        "$1,250.50 or 20%|one thousand two hundred fifty dollars fifty or twenty percent",
        "in 1984, 2005 and 2017|in nineteen eighty four two thousand five and twenty seventeen",
        "room 107 costs 1.5|room one hundred seven costs one point five",
        "call 0800 55512345|call zero eight zero zero five five five one two three four five",
        "ann.lee@mail.test|ann dot lee at mail dot test",
      })
  void writesEnglishAsItSounds(String text, String words) {
    assertThat(String.join(" ", SpokenWords.of(text, "en"))).isEqualTo(words);
  }

  @Test
  void takesChineseByCharacters() {
    assertThat(SpokenWords.of("請問APP，3天？", "zh")).containsExactly("请", "问", "app", "三", "天");
  }

  @Test
  void takesAnyText() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      String text = RandomText.of(random, 60);
      assertThat(SpokenWords.of(text, "en")).doesNotContain("");
      assertThat(SpokenWords.of(text, "zh")).doesNotContain("");
    }
  }

  @Test
  void countsWordErrors() {
    WordErrors errors = WordErrors.of(words("a b c d e g"), words("a x c e g f"));

    // b is heard as x, d is missing, f is too much.
    assertThat(errors).isEqualTo(new WordErrors(6, 1, 1, 1));
    assertThat(errors.rate()).isEqualTo(0.5);
    assertThat(WordErrors.of(List.of(), words("a")).insertions()).isEqualTo(1);
    assertThat(WordErrors.of(words("a"), List.of()).deletions()).isEqualTo(1);
  }

  @Test
  void namesSpeakersAsSuitsBest() {
    SpeakerErrors errors =
        SpeakerErrors.of(said("agent a b c", "customer d e f"), said("s2 a b", "s1 c d e f"));

    assertThat(errors).isEqualTo(new SpeakerErrors(6, 1, 0, 6));
  }

  @Test
  void takesNoTwoSpeakersForTheSame() {
    SpeakerErrors errors = SpeakerErrors.of(said("agent a b c d"), said("s1 a b c", "s2 d"));

    assertThat(errors.wrong()).isEqualTo(1);
  }

  @Test
  void countsUnknownSpeakersAsWrong() {
    SpeakerErrors errors =
        SpeakerErrors.of(
            said("agent a b c", "customer d"), said("agent a b", "unknown c", "customer d"));

    assertThat(errors).isEqualTo(new SpeakerErrors(4, 1, 1, 1));
    assertThat(errors.rate()).isEqualTo(0.25);
  }

  @Test
  void leavesOutWordsThatOnlyOneSideHas() {
    SpeakerErrors errors = SpeakerErrors.of(said("agent a b"), said("agent a", "customer x y"));

    assertThat(errors.words()).isEqualTo(2); // b is aligned with x or y
    assertThat(SpeakerErrors.of(said("agent a"), List.of()).words()).isZero();
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /** Of lines whose first word is the speaker. */
  private static List<SpeakerErrors.Said> said(String... lines) {
    List<SpeakerErrors.Said> said = new ArrayList<>();
    for (String line : lines) {
      List<String> words = words(line);
      for (String word : words.subList(1, words.size())) {
        said.add(new SpeakerErrors.Said(word, words.get(0)));
      }
    }
    return said;
  }
}
