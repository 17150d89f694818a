package io.earshot.analysis.learning;

/**
 * A linear classifier with probabilities. Immutable once made, so safe for several threads.
 *
 * <p>Weights stand class by class; the last of each class is its bias.
 */
final class Softmax {
  private final int classes;
  private final int dimensions;
  private final float[] weights;

  Softmax(int classes, int dimensions, float[] weights) {
    if (weights.length != classes * (dimensions + 1)) {
      throw new IllegalArgumentException(
          "%d weights don't fit %d classes of %d dimensions"
              .formatted(weights.length, classes, dimensions));
    }
    this.classes = classes;
    this.dimensions = dimensions;
    this.weights = weights;
  }

  /** The probability of each class; they add up to 1. */
  double[] probabilities(Features features) {
    return normalise(scores(features));
  }

  /** What the probabilities are made from: the higher, the likelier. */
  double[] scores(Features features) {
    double[] scores = new double[classes];
    for (int c = 0; c < classes; c++) {
      scores[c] = score(features, c * (dimensions + 1));
    }
    return scores;
  }

  private double score(Features features, int row) {
    return weights[row + dimensions] + features.dot(weights, row);
  }

  /** Turns scores into probabilities, in place. */
  static double[] normalise(double[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Math.exp(scores[c] - highest);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  /** Raises each class's score; only before the classifier is handed out. */
  void addToBiases(double[] offsets) {
    for (int c = 0; c < classes; c++) {
      weights[c * (dimensions + 1) + dimensions] += (float) offsets[c];
    }
  }

  float[] weights() {
    return weights;
  }
}
