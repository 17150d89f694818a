package io.earshot.asr.diarization;

import java.util.List;

/**
 * A hidden Markov model of who says each word: two states, with changes that are likelier the
 * longer the silence before a word (Rabiner, "A tutorial on hidden Markov models", 1989).
 */
final class Alternation {
  // Shares of words with which another speaker begins, by the silence before: counted roughly on
  // two-channel calls. Within a flow of words nearly nobody does.
  private static final long NO_GAP_MS = 60;
  private static final long SHORT_GAP_MS = 250;
  private static final double CHANGE_WITHOUT_GAP = 0.005;
  private static final double CHANGE_AFTER_SHORT_GAP = 0.05;
  private static final double CHANGE_AFTER_PAUSE = 0.25;

  private final double[] change;
  private final double[] stay;

  Alternation(List<WordSound> words) {
    change = new double[words.size()];
    stay = new double[words.size()];
    for (int i = 0; i < change.length; i++) {
      double probability = probability(words.get(i).gapMs());
      change[i] = Math.log(probability);
      stay[i] = Math.log1p(-probability);
    }
  }

  private static double probability(long gapMs) {
    if (gapMs < NO_GAP_MS) {
      return CHANGE_WITHOUT_GAP;
    }
    return gapMs < SHORT_GAP_MS ? CHANGE_AFTER_SHORT_GAP : CHANGE_AFTER_PAUSE;
  }

  /**
   * How probably each word is the first voice's, by forward and backward sums.
   *
   * @param shares filled
   * @return log likelihood of all words
   */
  double shares(double[] first, double[] second, double[] shares) {
    int count = first.length;
    double[][] forward = new double[2][count];
    forward[0][0] = first[0] - Math.log(2);
    forward[1][0] = second[0] - Math.log(2);
    for (int i = 1; i < count; i++) {
      double one = forward[0][i - 1];
      double other = forward[1][i - 1];
      forward[0][i] = first[i] + logSum(one + stay[i], other + change[i]);
      forward[1][i] = second[i] + logSum(other + stay[i], one + change[i]);
    }
    double total = logSum(forward[0][count - 1], forward[1][count - 1]);
    double backOne = 0;
    double backOther = 0;
    for (int i = count - 1; i >= 0; i--) {
      shares[i] = Math.exp(forward[0][i] + backOne - total);
      double one = first[i] + backOne;
      double other = second[i] + backOther;
      backOne = logSum(one + stay[i], other + change[i]);
      backOther = logSum(other + stay[i], one + change[i]);
    }
    return total;
  }

  /** Whether each word is the second voice's, on the single likeliest way (Viterbi, 1967). */
  boolean[] likeliest(double[] first, double[] second) {
    int count = first.length;
    boolean[][] changed = new boolean[2][count];
    double one = first[0];
    double other = second[0];
    for (int i = 1; i < count; i++) {
      changed[0][i] = other + change[i] > one + stay[i];
      changed[1][i] = one + change[i] > other + stay[i];
      double nextOne = first[i] + Math.max(one + stay[i], other + change[i]);
      double nextOther = second[i] + Math.max(other + stay[i], one + change[i]);
      one = nextOne;
      other = nextOther;
    }
    boolean[] path = new boolean[count];
    path[count - 1] = other > one;
    for (int i = count - 1; i > 0; i--) {
      path[i - 1] = path[i] ^ changed[path[i] ? 1 : 0][i];
    }
    return path;
  }

  private static double logSum(double a, double b) {
    double most = Math.max(a, b);
    return most + Math.log1p(Math.exp(Math.min(a, b) - most));
  }
}
