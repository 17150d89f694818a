package io.earshot.analysis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against values computed by hand. */
class ScoresTest {
  @Test
  void countsPerClassAndOnAverage() {
    Scores scores = Scores.of(Map.of(1L, judged("aa", "aa", "ab", "bb", "ba", "cb")));

    assertThat(scores.rows()).isEqualTo(6);
    assertThat(scores.accuracy()).isCloseTo(3 / 6.0, within(1e-12));
    Map<String, ClassScores> classes = scores.confusion().perClass();
    assertThat(classes.get("a").precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(classes.get("a").recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(classes.get("b").precision()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(classes.get("b").recall()).isCloseTo(1 / 2.0, within(1e-12));
    assertThat(classes.get("b").f1()).isCloseTo(0.4, within(1e-12));
    assertThat(classes.get("c")).isEqualTo(new ClassScores(0, 0, 0, 1));
    assertThat(scores.macroF1()).isCloseTo((2 / 3.0 + 0.4) / 3, within(1e-12));
    assertThat(scores.weightedF1()).isCloseTo((3 * 2 / 3.0 + 2 * 0.4) / 6, within(1e-12));
  }

  @Test
  void countsAClassThatIsOnlyPredicted() {
    Confusion confusion = Confusion.of(judged("aa", "ax"));

    assertThat(confusion.labels()).containsExactly("a", "x");
    assertThat(confusion.macroF1()).isCloseTo((2 / 3.0 + 0) / 2, within(1e-12));
    assertThat(confusion.mistakes(5)).containsExactly(new Confusion.Mistake("a", "x", 1));
  }

  @Test
  void averagesOverSeeds() {
    Scores scores = Scores.of(Map.of(2L, judged("aa", "bb"), 1L, judged("aa", "ba")));

    assertThat(scores.rows()).isEqualTo(2);
    assertThat(scores.accuracy()).isCloseTo(0.75, within(1e-12));
    assertThat(scores.seeds()).extracting(Scores.SeedScores::seed).containsExactly(1L, 2L);
    assertThat(scores.seeds()).extracting(Scores.SeedScores::accuracy).containsExactly(0.5, 1.0);
  }

  @Test
  void drawsTheSameIntervalsEveryTime() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String predicted = i % 5 == 0 ? "b" : "a";
      judged.add(new Judged(i, "a", predicted, true, 0, 0, false));
    }

    Scores.Intervals intervals = Bootstrap.intervals(judged);

    assertThat(Bootstrap.intervals(judged)).isEqualTo(intervals);
    // Of 400 at 80 %: 1.96 standard errors of 2 points.
    assertThat(intervals.accuracy().low()).isCloseTo(0.761, within(0.01));
    assertThat(intervals.accuracy().high()).isCloseTo(0.839, within(0.01));
  }

  @Test
  void takesRepetitionsOfARowForNoNewEvidence() {
    List<Judged> once = new ArrayList<>();
    List<Judged> often = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Judged one = new Judged(i, "a", i % 2 == 0 ? "b" : "a", true, 0, 0, false);
      once.add(one);
      often.addAll(List.of(one, one, one, one));
    }

    assertThat(Bootstrap.intervals(often)).isEqualTo(Bootstrap.intervals(once));
  }

  @Test
  void ranks() {
    Ranking ranking = new Ranking();
    ranking.add(0.9, true);
    ranking.add(0.8, false);
    ranking.add(0.7, true);
    ranking.add(0.7, false);
    ranking.add(0.1, false);

    // Of six pairs 4 are right, one is a tie: (3 + 1.5) / 6.
    assertThat(ranking.auroc().orElseThrow()).isCloseTo(4.5 / 6, within(1e-12));
    assertThat(ranking.recallAt(0.9).orElseThrow()).isEqualTo(0.5);
    assertThat(ranking.recallAt(0.5).orElseThrow()).isEqualTo(1);
    assertThat(new Ranking().auroc()).isEmpty();
  }

  @Test
  void leavesOutOfScopeRowsOutOfAllButTheirRanking() {
    List<Judged> judged = new ArrayList<>(judged("aa", "ab"));
    judged.add(new Judged(7, "oos", "a", false, -1, Double.NaN, false));

    Scores scores = Scores.of(Map.of(1L, judged));

    assertThat(scores.rows()).isEqualTo(2);
    assertThat(scores.accuracy()).isEqualTo(0.5);
    assertThat(scores.aurocOutOfScope()).hasValue(1);
    assertThat(scores.aurocNegative()).isEmpty();
  }

  /** Pairs of gold and predicted labels of one letter. */
  private static List<Judged> judged(String... pairs) {
    List<Judged> judged = new ArrayList<>();
    for (String pair : pairs) {
      judged.add(
          new Judged(
              judged.size(),
              pair.substring(0, 1),
              pair.substring(1),
              true,
              0.5,
              Double.NaN,
              false));
    }
    return judged;
  }
}
