package io.earshot.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.analysis.learning.Recipe;
import io.earshot.analysis.learning.Sample;
import io.earshot.analysis.testing.FakeEmbedder;
import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainedEvaluationTest {
  private static final String[] REFUND = {"refund", "money", "back", "credit"};
  private static final String[] PARCEL = {"parcel", "late", "courier", "tracking"};
  private static final String[] WEATHER = {"sunny", "rainfall", "clouds", "storm"};

  @Test
  void learnsAndJudgesTheSameEveryTime() {
    List<Sample> train = samples(20, 1);
    List<Sample> test = samples(10, 2);
    Plan plan = new Plan(5, List.of(1L, 2L), 5);

    Scores scores = evaluation().between(train, test, plan);

    assertThat(scores.accuracy()).isGreaterThan(0.9);
    assertThat(scores.rows()).isEqualTo(20);
    assertThat(scores.seeds()).hasSize(2);
    assertThat(scores.aurocNegative()).isPresent();
    assertThat(evaluation().between(train, test, plan).confusion().perClass())
        .isEqualTo(scores.confusion().perClass());
  }

  @Test
  void judgesEachRowOnceWhenCrossValidating() {
    Scores scores = evaluation().within(samples(12, 3), new Plan(0, List.of(1L), 4));

    assertThat(scores.confusion().total()).isEqualTo(24);
    assertThat(scores.accuracy()).isGreaterThan(0.9);
  }

  @Test
  void tellsWhatIsOutOfScope() {
    List<Sample> test = new ArrayList<>(samples(20, 4));
    Random random = new Random(5);
    for (int i = 0; i < 10; i++) {
      test.add(Sample.of(text(WEATHER, random), "oos"));
    }

    Scores scores = evaluation().between(samples(20, 6), test, new Plan(0, List.of(1L), 5));

    assertThat(scores.rows()).isEqualTo(40);
    assertThat(scores.aurocOutOfScope().orElseThrow()).isGreaterThan(0.9);
  }

  @Test
  void keepsGroupsTogether() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      samples.add(new Sample("t" + i, List.of(), i % 2 == 0 ? "a" : "b", "dialogue " + i / 4));
    }

    int[] folds = new Draw(1).folds(samples, 5);

    Set<String> places = new HashSet<>();
    for (int i = 0; i < folds.length; i++) {
      places.add(samples.get(i).group() + " in " + folds[i]);
    }
    assertThat(places).hasSize(15);
  }

  @Test
  void drawsEvenly() {
    List<Sample> drawn = new Draw(1).shots(samples(20, 1), 3);

    assertThat(drawn).hasSize(6);
    assertThat(new Draw(1).shots(samples(20, 1), 3)).isEqualTo(drawn);
    assertThat(new Draw(2).shots(samples(20, 1), 3)).isNotEqualTo(drawn);
    assertThat(new Draw(1).shots(samples(2, 1), 9)).hasSize(4);
  }

  @Test
  void saysWhatIsWrongWithTheLabels() {
    List<Sample> lonely = new ArrayList<>(samples(5, 1));
    lonely.add(Sample.of("hello", "greeting"));

    assertThatThrownBy(() -> evaluation().within(lonely, new Plan(0, List.of(1L), 5)))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'greeting'")
        .hasMessageContaining("--map 'greeting='");
    assertThatThrownBy(
            () -> evaluation().between(samples(5, 1), lonely, new Plan(0, List.of(1L), 5)))
        .hasMessageContaining("'greeting'")
        .hasMessageContaining("--out-of-scope");
  }

  private static TrainedEvaluation evaluation() {
    Question question = new Question("en", Recipe.INTENT, Set.of("oos"), Set.of("refund"));
    return new TrainedEvaluation(question, new FakeEmbedder(), what -> {});
  }

  private static List<Sample> samples(int each, long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      samples.add(Sample.of(text(REFUND, random), "refund"));
      samples.add(Sample.of(text(PARCEL, random), "parcel"));
    }
    return samples;
  }

  private static String text(String[] words, Random random) {
    return "%s my %s word%d"
        .formatted(pick(words, random), pick(words, random), random.nextInt(50));
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
