package io.earshot.analysis.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Confidence intervals by drawing rows anew. All judgments of a row are drawn together: a head
 * trained with another seed is no new evidence about the row.
 */
final class Bootstrap {
  private static final int DRAWS = 1000;
  private static final long SEED = 20_240_101;

  private Bootstrap() {}

  /** The same judgments give the same intervals. */
  static Scores.Intervals intervals(List<Judged> judged) {
    int[][][] rows = rows(judged);
    if (rows.length == 0) {
      Interval none = new Interval(0, 0);
      return new Scores.Intervals(none, none, none);
    }
    int classes =
        1
            + Arrays.stream(rows)
                .flatMap(Arrays::stream)
                .flatMapToInt(Arrays::stream)
                .max()
                .orElse(0);
    double[][] figures = new double[3][DRAWS];
    Random random = new Random(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      Tally tally = new Tally(classes);
      for (int i = 0; i < rows.length; i++) {
        for (int[] pair : rows[random.nextInt(rows.length)]) {
          tally.add(pair[0], pair[1]);
        }
      }
      figures[0][draw] = tally.accuracy();
      figures[1][draw] = tally.f1(label -> 1);
      figures[2][draw] = tally.f1(label -> tally.there[label]);
    }
    return new Scores.Intervals(middle(figures[0]), middle(figures[1]), middle(figures[2]));
  }

  /** By row the pairs of gold and predicted label, as numbers. */
  private static int[][][] rows(List<Judged> judged) {
    Map<String, Integer> labels = new LinkedHashMap<>();
    Map<Integer, List<int[]>> rows = new LinkedHashMap<>();
    for (Judged one : judged) {
      if (one.inScope()) {
        int gold = labels.computeIfAbsent(one.gold(), key -> labels.size());
        int predicted = labels.computeIfAbsent(one.predicted(), key -> labels.size());
        rows.computeIfAbsent(one.row(), key -> new ArrayList<>()).add(new int[] {gold, predicted});
      }
    }
    return rows.values().stream().map(list -> list.toArray(int[][]::new)).toArray(int[][][]::new);
  }

  private static Interval middle(double[] figures) {
    Arrays.sort(figures);
    return new Interval(figures[DRAWS * 25 / 1000], figures[DRAWS * 975 / 1000 - 1]);
  }

  /** What the figures are made from, without a whole confusion matrix. */
  private static final class Tally {
    private final int[] right;
    private final int[] taken;
    private final int[] there;

    Tally(int classes) {
      right = new int[classes];
      taken = new int[classes];
      there = new int[classes];
    }

    void add(int gold, int predicted) {
      there[gold]++;
      taken[predicted]++;
      right[gold] += gold == predicted ? 1 : 0;
    }

    double accuracy() {
      return (double) Arrays.stream(right).sum() / Math.max(1, Arrays.stream(there).sum());
    }

    /** The mean F1 of the classes that occur, weighted. */
    double f1(ToDoubleFunction<Integer> weight) {
      double sum = 0;
      double weights = 0;
      for (int label = 0; label < there.length; label++) {
        if (there[label] + taken[label] > 0) {
          double share = weight.applyAsDouble(label);
          sum += share * ClassScores.of(right[label], taken[label], there[label]).f1();
          weights += share;
        }
      }
      return weights == 0 ? 0 : sum / weights;
    }
  }
}
