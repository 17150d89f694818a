package io.earshot.analysis.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How badly weights of a {@link Softmax} explain examples: mean negative log-likelihood plus an L2
 * penalty on all weights but the biases. Computed on all processors, in portions that do not depend
 * on their number, so that sums come out the same everywhere.
 */
final class SoftmaxLoss implements Descent.Slope {
  private static final int PORTIONS = 8;

  private final List<SoftmaxTrainer.Example> examples;
  private final int classes;
  private final int dimensions;
  private final double shrinkage;
  private final double totalWeight;

  private SoftmaxLoss(
      List<SoftmaxTrainer.Example> examples, int classes, int dimensions, double shrinkage) {
    this.examples = examples;
    this.classes = classes;
    this.dimensions = dimensions;
    this.shrinkage = shrinkage;
    this.totalWeight = examples.stream().mapToDouble(SoftmaxTrainer.Example::weight).sum();
  }

  /**
   * The weights that explain the examples best.
   *
   * @param shrinkage the L2 penalty: the higher, the closer to 0 the weights stay
   * @param steps at most
   */
  static Softmax fit(
      List<SoftmaxTrainer.Example> examples,
      int classes,
      int dimensions,
      double shrinkage,
      int steps) {
    SoftmaxLoss loss = new SoftmaxLoss(examples, classes, dimensions, shrinkage);
    double[] best = Descent.lowest(loss, classes * (dimensions + 1), steps);
    return new Softmax(classes, dimensions, rounded(best));
  }

  /** The loss of a part of the examples. */
  private record Part(double value, double[] gradient) {}

  @Override
  public double at(double[] point, double[] gradient) {
    Softmax softmax = new Softmax(classes, dimensions, rounded(point));
    List<Part> parts =
        IntStream.range(0, PORTIONS).parallel().mapToObj(part -> part(softmax, part)).toList();
    Arrays.fill(gradient, 0);
    double value = 0;
    for (Part part : parts) {
      value += part.value / totalWeight;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part.gradient[i] / totalWeight;
      }
    }
    return value + penalty(point, gradient);
  }

  private Part part(Softmax softmax, int portion) {
    double[] gradient = new double[classes * (dimensions + 1)];
    double value = 0;
    for (int e = portion; e < examples.size(); e += PORTIONS) {
      SoftmaxTrainer.Example example = examples.get(e);
      double[] probabilities = softmax.probabilities(example.features());
      value -= example.weight() * Math.log(Math.max(probabilities[example.label()], 1e-300));
      for (int c = 0; c < classes; c++) {
        double error = probabilities[c] - (c == example.label() ? 1 : 0);
        int row = c * (dimensions + 1);
        example.features().addTo(gradient, row, error * example.weight());
        gradient[row + dimensions] += error * example.weight();
      }
    }
    return new Part(value, gradient);
  }

  private double penalty(double[] point, double[] gradient) {
    double squares = 0;
    for (int c = 0; c < classes; c++) {
      int row = c * (dimensions + 1);
      for (int i = row; i < row + dimensions; i++) {
        squares += point[i] * point[i];
        gradient[i] += shrinkage * point[i];
      }
    }
    return shrinkage / 2 * squares;
  }

  private static float[] rounded(double[] numbers) {
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }
}
