package io.earshot.analysis.learning;

import java.util.List;

/**
 * How much probabilities have to be flattened, or sharpened, to be right as often as they say
 * (temperature scaling: Guo et al., 2017).
 */
final class Temperature {
  private static final double LEAST = 0.1;
  private static final double MOST = 5;
  private static final int STEPS = 24;

  /** Fewer held-back samples tell nothing. */
  private static final int FEWEST = 10;

  private Temperature() {}

  /** The temperature at which the right classes are least surprising; 1 with too few samples. */
  static double of(List<double[]> unseen, List<Integer> gold) {
    if (unseen.size() < FEWEST) {
      return 1;
    }
    double low = Math.log(LEAST);
    double high = Math.log(MOST);
    // The surprise has one lowest point, so thirds of the range can be left out in turn.
    for (int step = 0; step < STEPS; step++) {
      double first = low + (high - low) / 3;
      double second = high - (high - low) / 3;
      if (surprise(unseen, gold, Math.exp(first)) < surprise(unseen, gold, Math.exp(second))) {
        high = second;
      } else {
        low = first;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** How surprising the right classes are at that temperature, in all. */
  static double leastSurprise(List<double[]> unseen, List<Integer> gold) {
    return surprise(unseen, gold, of(unseen, gold));
  }

  private static double surprise(List<double[]> unseen, List<Integer> gold, double temperature) {
    double sum = 0;
    for (int i = 0; i < unseen.size(); i++) {
      double[] probabilities = unseen.get(i).clone();
      Panel.sharpen(probabilities, temperature);
      sum -= Panel.log(probabilities[gold.get(i)]);
    }
    return sum;
  }
}
