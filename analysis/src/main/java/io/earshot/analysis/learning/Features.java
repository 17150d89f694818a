package io.earshot.analysis.learning;

/**
 * What a classifier sees of a text: a sparse vector, or all of a dense one. Arrays are shared, not
 * to be changed.
 */
final class Features {
  private final int[] indices;
  private final float[] values;

  /** Values at the given places, all others are 0. */
  Features(int[] indices, float[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** All of a dense vector, stretched by {@code scale}. */
  static Features of(float[] vector, float scale) {
    return of(vector, new float[0], scale);
  }

  /** All of two dense vectors, one behind the other, stretched by {@code scale}. */
  static Features of(float[] first, float[] second, float scale) {
    float[] values = new float[first.length + second.length];
    for (int i = 0; i < first.length; i++) {
      values[i] = first[i] * scale;
    }
    for (int i = 0; i < second.length; i++) {
      values[first.length + i] = second[i] * scale;
    }
    return new Features(null, values);
  }

  /** The product with a row of weights that begins at {@code row}. */
  double dot(float[] weights, int row) {
    double sum = 0;
    if (indices == null) {
      for (int i = 0; i < values.length; i++) {
        sum += weights[row + i] * values[i];
      }
    } else {
      for (int i = 0; i < values.length; i++) {
        sum += weights[row + indices[i]] * values[i];
      }
    }
    return sum;
  }

  /** Adds this vector, {@code times} over, to the row that begins at {@code row}. */
  void addTo(double[] sums, int row, double times) {
    if (indices == null) {
      for (int i = 0; i < values.length; i++) {
        sums[row + i] += times * values[i];
      }
    } else {
      for (int i = 0; i < values.length; i++) {
        sums[row + indices[i]] += times * values[i];
      }
    }
  }
}
