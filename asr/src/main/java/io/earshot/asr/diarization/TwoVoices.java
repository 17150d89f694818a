package io.earshot.asr.diarization;

import java.util.List;

/**
 * Two voices learned from a call, and what each word owes to either.
 *
 * @param first log likelihood of each word for the first voice, against the background
 * @param second the same for the second
 * @param shares how probably each word is the first voice's
 * @param evidence log likelihood of the whole with both models' priors: the greater, the better
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TwoVoices(double[] first, double[] second, double[] shares, double evidence) {
  private static final int ROUNDS = 12;
  // Two semitones: nobody's pitch is steadier.
  private static final double LEAST_PITCH_VARIANCE = 4;

  /** Learns from a guess, by expectation and maximisation; the guess is not changed. */
  static TwoVoices learn(
      List<WordSound> words, Directions directions, Alternation alternation, double[] guess) {
    double[] shares = guess.clone();
    double[] first = new double[shares.length];
    double[] second = new double[shares.length];
    double evidence = 0;
    for (int round = 0; round < ROUNDS; round++) {
      VoiceModel one = VoiceModel.of(words, shares);
      VoiceModel other = VoiceModel.of(words, others(shares));
      double pitchVariance = pitchVariance(words, shares, one, other);
      for (int i = 0; i < shares.length; i++) {
        first[i] = one.likelihood(words.get(i), pitchVariance);
        second[i] = other.likelihood(words.get(i), pitchVariance);
      }
      directions.weigh(shares, first, second);
      evidence = alternation.shares(first, second, shares) + one.prior() + other.prior();
    }
    return new TwoVoices(first, second, shares, evidence);
  }

  /** How much likelier a word is from the first voice than from the second, as a logarithm. */
  double lead(int word) {
    return first[word] - second[word];
  }

  private static double[] others(double[] shares) {
    double[] others = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      others[i] = 1 - shares[i];
    }
    return others;
  }

  private static double pitchVariance(
      List<WordSound> words, double[] shares, VoiceModel one, VoiceModel other) {
    double squares = 0;
    double voiced = 0;
    for (int i = 0; i < shares.length; i++) {
      WordSound word = words.get(i);
      squares += shares[i] * one.pitchSquares(word) + (1 - shares[i]) * other.pitchSquares(word);
      voiced += word.voiced();
    }
    return Math.max(LEAST_PITCH_VARIANCE, squares / Math.max(1, voiced));
  }
}
