package io.earshot.analysis.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a {@link Softmax} by Adam (Kingma and Ba, 2015) on mini-batches. The same examples in the
 * same order give the same weights.
 */
final class SoftmaxTrainer {
  private static final double RATE = 0.02;
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;
  private static final double EPSILON = 1e-8;
  private static final int BATCH = 32;

  private final int dimensions;
  private final int classes;
  private final int epochs;
  private final double shrinkage;
  private final double[] gradient;
  private final double[] first;
  private final double[] second;
  private final float[] weights;
  private int steps;

  private SoftmaxTrainer(int classes, int dimensions, int epochs, double shrinkage) {
    this.classes = classes;
    this.dimensions = dimensions;
    this.epochs = epochs;
    this.shrinkage = shrinkage;
    int size = classes * (dimensions + 1);
    this.gradient = new double[size];
    this.first = new double[size];
    this.second = new double[size];
    this.weights = new float[size];
  }

  /** One text with the class it belongs to; a rare class's examples may weigh more. */
  record Example(Features features, int label, double weight) {}

  /**
   * Fits weights.
   *
   * @param epochs how often all examples are gone through
   * @param shrinkage L2 penalty: the higher, the closer to 0 the weights stay
   */
  static Softmax fit(
      List<Example> examples, int classes, int dimensions, int epochs, double shrinkage) {
    SoftmaxTrainer trainer = new SoftmaxTrainer(classes, dimensions, epochs, shrinkage);
    trainer.run(examples);
    return new Softmax(classes, dimensions, trainer.weights);
  }

  private void run(List<Example> examples) {
    List<Example> shuffled = new ArrayList<>(examples);
    Random random = new Random(7);
    Softmax current = new Softmax(classes, dimensions, weights);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(shuffled, random);
      for (int from = 0; from < shuffled.size(); from += BATCH) {
        List<Example> batch = shuffled.subList(from, Math.min(from + BATCH, shuffled.size()));
        Arrays.fill(gradient, 0);
        batch.forEach(example -> addGradient(current, example, batch.size()));
        step();
      }
    }
  }

  private void addGradient(Softmax current, Example example, int size) {
    double[] probabilities = current.probabilities(example.features);
    for (int c = 0; c < classes; c++) {
      double error = probabilities[c] - (c == example.label ? 1 : 0);
      double share = error * example.weight / size;
      int row = c * (dimensions + 1);
      example.features.addTo(gradient, row, share);
      gradient[row + dimensions] += share;
    }
  }

  private void step() {
    steps++;
    double firstBias = 1 - Math.pow(FIRST_DECAY, steps);
    double secondBias = 1 - Math.pow(SECOND_DECAY, steps);
    for (int i = 0; i < gradient.length; i++) {
      double slope = gradient[i] + shrinkage * weights[i];
      first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * slope;
      second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * slope * slope;
      double scaled = Math.sqrt(second[i] / secondBias) + EPSILON;
      weights[i] -= (float) (RATE * first[i] / firstBias / scaled);
    }
  }
}
