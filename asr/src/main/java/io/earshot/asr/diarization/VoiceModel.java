package io.earshot.asr.diarization;

import java.util.List;

/**
 * How one voice differs from the call's background: the offset of each component's mean, adapted as
 * in Reynolds et al. (2000), and its pitch.
 *
 * @param offsets in standard deviations, laid out as {@link WordSound#deviations}
 * @param pitch in semitones from the call's median
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record VoiceModel(double[] offsets, double pitch) {
  // Neighbouring frames tell the same: about one in three is news (20 ms apart, a sound lasts 60).
  static final double FRAME_NEWS = 0.3;
  // Intonation moves slower still.
  private static final double PITCH_NEWS = 0.1;
  // Frames that the background's mean is worth: what is rarely heard of a voice stays near it.
  private static final double RELEVANCE = 10;

  /** Learns from words, each of which counts as much as it probably is this voice's. */
  static VoiceModel of(List<WordSound> words, double[] shares) {
    int components = words.get(0).counts().length;
    double[] counts = new double[components];
    double[] offsets = new double[components * Cepstrum.SIZE];
    double voiced = 1;
    double pitch = 0;
    for (int i = 0; i < shares.length; i++) {
      WordSound word = words.get(i);
      double share = shares[i] * word.trust();
      for (int k = 0; k < components; k++) {
        counts[k] += share * word.counts()[k];
      }
      for (int d = 0; d < offsets.length; d++) {
        offsets[d] += share * word.deviations()[d];
      }
      voiced += share * PITCH_NEWS * word.voiced();
      pitch += share * PITCH_NEWS * word.pitch();
    }
    for (int d = 0; d < offsets.length; d++) {
      double count = counts[d / Cepstrum.SIZE] * FRAME_NEWS;
      offsets[d] *= FRAME_NEWS / (count + RELEVANCE);
    }
    return new VoiceModel(offsets, pitch / voiced);
  }

  /** Log of how much likelier a word is from this voice than from the background. */
  double likelihood(WordSound word, double pitchVariance) {
    double sum = 0;
    for (int k = 0; k < word.counts().length; k++) {
      double square = 0;
      for (int d = k * Cepstrum.SIZE; d < (k + 1) * Cepstrum.SIZE; d++) {
        sum += offsets[d] * word.deviations()[d];
        square += offsets[d] * offsets[d];
      }
      sum -= 0.5 * word.counts()[k] * square;
    }
    double tone = word.pitch() * pitch - 0.5 * word.voiced() * pitch * pitch;
    return FRAME_NEWS * sum + PITCH_NEWS * tone / pitchVariance;
  }

  /** Log of how probable the offsets are before anything is heard, but for a constant. */
  double prior() {
    double squares = 0;
    for (double offset : offsets) {
      squares += offset * offset;
    }
    return -0.5 * RELEVANCE * squares;
  }

  /** Sum of the squared distances of a word's pitches from this voice's. */
  double pitchSquares(WordSound word) {
    return word.pitchSquares() - 2 * pitch * word.pitch() + pitch * pitch * word.voiced();
  }
}
