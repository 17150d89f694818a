package io.earshot.routes.cli;

import io.earshot.analysis.evaluation.ClassScores;
import io.earshot.analysis.evaluation.Confusion;
import io.earshot.analysis.evaluation.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A measurement as scripts read it. */
record ScoresLine(
    String task,
    String method,
    String language,
    int n,
    int classes,
    double accuracy,
    double macroF1,
    double weightedF1,
    OptionalDouble aurocOutOfScope,
    OptionalDouble aurocNegative,
    OptionalDouble negativeRecall,
    Scores.Intervals intervals,
    Spread spread,
    Map<String, ClassScores> perClass,
    List<Confusion.Mistake> mistakes,
    List<Scores.SeedScores> seeds) {
  private static final int MOST_MISTAKES = 50;

  /** The standard deviation over the seeds; 0 for one seed. */
  record Spread(double accuracy, double macroF1) {}

  /**
   * Of a measurement.
   *
   * @param method how it came about, in a few words
   */
  static ScoresLine of(LabelTask task, String method, String language, Scores scores) {
    Map<String, ClassScores> perClass = scores.confusion().perClass();
    return new ScoresLine(
        task.code(),
        method,
        language,
        scores.rows(),
        (int) perClass.values().stream().filter(one -> one.support() > 0).count(),
        scores.accuracy(),
        scores.macroF1(),
        scores.weightedF1(),
        scores.aurocOutOfScope(),
        scores.aurocNegative(),
        scores.negativeRecall(),
        scores.intervals(),
        new Spread(
            deviation(scores.seeds().stream().mapToDouble(s -> s.accuracy()).toArray()),
            deviation(scores.seeds().stream().mapToDouble(s -> s.macroF1()).toArray())),
        perClass,
        scores.confusion().mistakes(MOST_MISTAKES),
        scores.seeds());
  }

  private static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
