package io.earshot.analysis.learning;

import java.util.List;

/**
 * The samples themselves: what a text is, told by those that are most like it. Every sample has a
 * say by its closeness (kernel regression: Nadaraya and Watson, 1964), so that nothing depends on a
 * number of neighbours. Beside softmax regression worth a point with ten samples a class; with
 * hundreds nothing, and it would take long.
 */
final class Neighbours {
  /** Up to two thirds of a millisecond for a text. */
  static final int MOST = 2000;

  /** How much more a closer sample counts: of 10, 20 and 30 the middle one was best. */
  private static final double FOCUS = 20;

  private final int classes;
  private final int dimensions;
  private final float[] middle;
  private final float[] rows;
  private final float[] labels;

  private Neighbours(int classes, float[] middle, float[] rows, float[] labels) {
    this.classes = classes;
    this.dimensions = middle.length;
    this.middle = middle;
    this.rows = rows;
    this.labels = labels;
  }

  /** From meanings and the numbers of their classes. */
  static Neighbours of(int classes, List<float[]> meanings, int[] labels) {
    int dimensions = meanings.get(0).length;
    float[] middle = new float[dimensions];
    for (float[] meaning : meanings) {
      for (int i = 0; i < dimensions; i++) {
        middle[i] += meaning[i] / meanings.size();
      }
    }
    float[] rows = new float[meanings.size() * dimensions];
    float[] numbers = new float[labels.length];
    for (int s = 0; s < labels.length; s++) {
      System.arraycopy(centred(meanings.get(s), middle), 0, rows, s * dimensions, dimensions);
      numbers[s] = labels[s];
    }
    return new Neighbours(classes, middle, rows, numbers);
  }

  /** From {@link #arrays()}. */
  static Neighbours of(int classes, List<float[]> arrays) {
    float[] middle = arrays.get(0);
    float[] rows = arrays.get(1);
    float[] labels = arrays.get(2);
    if (rows.length != middle.length * labels.length) {
      throw new IllegalArgumentException("The neighbours don't fit each other");
    }
    for (float label : labels) {
      if (!(label >= 0 && label < classes)) {
        throw new IllegalArgumentException("A neighbour is of no class");
      }
    }
    return new Neighbours(classes, middle, rows, labels);
  }

  List<float[]> arrays() {
    return List.of(middle, rows, labels);
  }

  /** The share of each class in what is like a meaning; they add up to 1. */
  double[] shares(float[] meaning) {
    float[] centred = centred(meaning, middle);
    double[] shares = new double[classes];
    double sum = 0;
    for (int s = 0; s < labels.length; s++) {
      double cosine = 0;
      int row = s * dimensions;
      for (int i = 0; i < dimensions; i++) {
        cosine += rows[row + i] * centred[i];
      }
      double weight = Math.exp(FOCUS * (cosine - 1));
      shares[(int) labels[s]] += weight;
      sum += weight;
    }
    for (int c = 0; c < classes; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  /** All meanings lie to one side; from their middle they differ more clearly. */
  private static float[] centred(float[] meaning, float[] middle) {
    float[] centred = new float[meaning.length];
    for (int i = 0; i < meaning.length; i++) {
      centred[i] = meaning[i] - middle[i];
    }
    Learned.normalise(centred, 0, centred.length);
    return centred;
  }
}
