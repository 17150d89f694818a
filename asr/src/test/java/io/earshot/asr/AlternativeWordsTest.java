package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.engine.HeardWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlternativeWordsTest {
  private static final AlternativeSettings BELOW_HALF = new AlternativeSettings(true, 0.5);

  @Test
  void takesOtherWordsFromTheSamePlace() {
    List<HeardWord> words = List.of(word("the", 0, 0.2, 1), word("account", 0.2, 0.8, 0.4));
    List<List<HeardWord>> hypotheses =
        List.of(
            List.of(word("the", 0, 0.2, 0), word("account", 0.2, 0.8, 0)),
            List.of(word("the", 0, 0.2, 0), word("accountant", 0.2, 0.83, 0)),
            List.of(word("a", 0, 0.1, 0), word("count", 0.3, 0.8, 0)),
            List.of(word("the", 0, 0.2, 0), word("[unk]", 0.2, 0.8, 0)));
    List<HeardWord> result = new AlternativeWords(hypotheses).of(words, BELOW_HALF);
    assertThat(result.get(0).alternatives()).as("a sure word").isEmpty();
    assertThat(result.get(1).alternatives()).containsExactly("accountant", "count");
  }

  @Test
  void leavesNeighboursOut() {
    List<HeardWord> words =
        List.of(word("to", 0, 0.2, 1), word("you", 0.2, 0.4, 0.3), word("now", 0.4, 0.8, 1));
    List<List<HeardWord>> hypotheses =
        List.of(
            List.of(word("to", 0, 0.4, 0), word("now", 0.4, 0.8, 0)),
            List.of(word("now", 0.2, 0.5, 0), word("then", 0.5, 0.8, 0)),
            List.of(word("due", 0.1, 0.4, 0)));
    List<HeardWord> result = new AlternativeWords(hypotheses).of(words, BELOW_HALF);
    assertThat(result.get(1).alternatives()).containsExactly("due");
  }

  @Test
  void keepsTheWordsAndGivesAtMostThreeOthers() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<HeardWord> words = words(random);
      List<List<HeardWord>> hypotheses = new ArrayList<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        hypotheses.add(words(random));
      }
      List<HeardWord> result = new AlternativeWords(hypotheses).of(words, BELOW_HALF);
      assertThat(result).extracting(HeardWord::text).isEqualTo(texts(words));
      for (HeardWord word : result) {
        assertThat(word.alternatives())
            .as("seed %d", seed)
            .hasSizeLessThanOrEqualTo(word.confidence() < 0.5 ? 3 : 0)
            .doesNotHaveDuplicates()
            .doesNotContain(word.text());
      }
    }
  }

  private static List<String> texts(List<HeardWord> words) {
    return words.stream().map(HeardWord::text).toList();
  }

  private static List<HeardWord> words(Random random) {
    List<HeardWord> words = new ArrayList<>();
    double time = 0;
    for (int i = random.nextInt(20); i > 0; i--) {
      double end = time + random.nextInt(50) / 100.0;
      words.add(word("w" + random.nextInt(12), time, end, random.nextDouble()));
      time = end + random.nextInt(3) / 10.0;
    }
    return words;
  }

  private static HeardWord word(String text, double start, double end, double confidence) {
    return new HeardWord(text, start, end, confidence);
  }
}
