package io.earshot.analysis.learning;

import java.util.Optional;

/** The witnesses of a {@link Head}, and how they come to one opinion. */
record Panel(Softmax meaning, Optional<Softmax> wording, Optional<Neighbours> neighbours) {
  /** Wording is the weaker witness: on MELD and CPED .3 was best of .3 to 1. */
  private static final double WORDING_SHARE = 0.3;

  /** Of 0, .25, .5 and 1 best on BANKING77 with 10 shots; less would do for Bitext. */
  private static final double NEIGHBOUR_SHARE = 0.5;

  /**
   * What witnesses are shown of a text.
   *
   * @param meaning the meaning, where the recipe says so with its context
   * @param wording n-grams; not looked at without a witness for them
   * @param meant the meaning alone
   */
  record View(Features meaning, Features wording, float[] meant) {}

  /**
   * What all think.
   *
   * @param highest score of any class by its meaning
   */
  record Opinion(double[] probabilities, double highest) {}

  Opinion of(View view) {
    double[] scores = meaning.scores(view.meaning);
    double highest = scores[best(scores)];
    double[] probabilities = Softmax.normalise(scores);
    wording.ifPresent(
        witness -> multiply(probabilities, witness.probabilities(view.wording), WORDING_SHARE));
    neighbours.ifPresent(
        witness -> average(probabilities, witness.shares(view.meant), NEIGHBOUR_SHARE));
    return new Opinion(probabilities, highest);
  }

  /** What one finds impossible stays unlikely (Hinton's product of experts, 2002). */
  private static void multiply(double[] probabilities, double[] others, double share) {
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = log(probabilities[c]) + share * log(others[c]);
    }
    Softmax.normalise(probabilities);
  }

  private static void average(double[] probabilities, double[] others, double share) {
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = (probabilities[c] + share * others[c]) / (1 + share);
    }
  }

  /** Makes probabilities more (below 1) or less (above 1) sure of themselves, in place. */
  static void sharpen(double[] probabilities, double temperature) {
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = log(probabilities[c]) / temperature;
    }
    Softmax.normalise(probabilities);
  }

  static double log(double probability) {
    return Math.log(Math.max(probability, 1e-30));
  }

  static int best(double[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      best = numbers[i] > numbers[best] ? i : best;
    }
    return best;
  }
}
