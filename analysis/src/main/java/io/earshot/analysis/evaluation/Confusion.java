package io.earshot.analysis.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which class was taken for which, counted. Averages are over the classes that occur as gold or as
 * prediction, as is usual (scikit-learn's default), so that a prediction of a class that is never
 * right costs.
 */
public final class Confusion {
  private final List<String> labels;
  private final int[][] counts;

  /**
   * A mistake and how often it was made.
   *
   * @param gold what it was
   * @param predicted what it was taken for
   */
  public record Mistake(String gold, String predicted, int count) {}

  private Confusion(List<String> labels, int[][] counts) {
    this.labels = labels;
    this.counts = counts;
  }

  /** Counts; only what is in scope. */
  static Confusion of(Collection<Judged> judged) {
    TreeSet<String> names = new TreeSet<>();
    for (Judged one : judged) {
      if (one.inScope()) {
        names.add(one.gold());
        names.add(one.predicted());
      }
    }
    List<String> labels = List.copyOf(names);
    Map<String, Integer> places = new LinkedHashMap<>();
    labels.forEach(label -> places.put(label, places.size()));
    int[][] counts = new int[labels.size()][labels.size()];
    for (Judged one : judged) {
      if (one.inScope()) {
        counts[places.get(one.gold())][places.get(one.predicted())]++;
      }
    }
    return new Confusion(labels, counts);
  }

  public List<String> labels() {
    return labels;
  }

  /** How often the one was taken for the other, by their places in {@link #labels()}. */
  public int count(int gold, int predicted) {
    return counts[gold][predicted];
  }

  public int total() {
    int total = 0;
    for (int[] row : counts) {
      total += sum(row);
    }
    return total;
  }

  public double accuracy() {
    int right = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
    }
    return (double) right / Math.max(1, total());
  }

  /** The mean of all classes' F1. */
  public double macroF1() {
    return perClass().values().stream().mapToDouble(ClassScores::f1).average().orElse(0);
  }

  /** The mean of all classes' F1, each weighted by its support. */
  public double weightedF1() {
    double sum = 0;
    for (ClassScores scores : perClass().values()) {
      sum += scores.f1() * scores.support();
    }
    return sum / Math.max(1, total());
  }

  /** The scores of each class. */
  public Map<String, ClassScores> perClass() {
    Map<String, ClassScores> scores = new LinkedHashMap<>();
    for (int c = 0; c < counts.length; c++) {
      int taken = 0;
      for (int[] row : counts) {
        taken += row[c];
      }
      scores.put(labels.get(c), ClassScores.of(counts[c][c], taken, sum(counts[c])));
    }
    return scores;
  }

  /** The commonest mistakes first. */
  public List<Mistake> mistakes(int most) {
    List<Mistake> mistakes = new ArrayList<>();
    for (int g = 0; g < counts.length; g++) {
      for (int p = 0; p < counts.length; p++) {
        if (g != p && counts[g][p] > 0) {
          mistakes.add(new Mistake(labels.get(g), labels.get(p), counts[g][p]));
        }
      }
    }
    return mistakes.stream()
        .sorted(
            Comparator.comparingInt(Mistake::count)
                .reversed()
                .thenComparing(Mistake::gold)
                .thenComparing(Mistake::predicted))
        .limit(most)
        .toList();
  }

  private static int sum(int[] row) {
    int sum = 0;
    for (int count : row) {
      sum += count;
    }
    return sum;
  }
}
