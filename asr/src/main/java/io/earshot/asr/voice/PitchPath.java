package io.earshot.asr.voice;

import io.earshot.asr.voice.PeriodFinder.Candidates;

/**
 * Picks one pitch or none for each frame, so that the whole is most likely: the dynamic programming
 * of Boersma 1993 with its costs, in his units (strength of correlation per 10 ms).
 */
final class PitchPath {
  // Below this strength a period is rather chance.
  private static final double VOICING_THRESHOLD = 0.45;
  private static final double OCTAVE_JUMP_COST = 0.35;
  private static final double VOICING_CHANGE_COST = 0.14;
  private static final int STATES = PeriodFinder.MOST_CANDIDATES + 1;
  private static final int UNVOICED = 0;

  private final float[] hertz;
  private final byte[] origin;
  private double[] total = new double[STATES];
  private double[] nextTotal = new double[STATES];
  private int count = 1;
  private int frames;

  PitchPath(int mostFrames) {
    hertz = new float[mostFrames * STATES];
    origin = new byte[mostFrames * STATES];
  }

  /**
   * Takes the next frame.
   *
   * @param loudness of the frame; below 1 it is a pause
   */
  void next(Candidates candidates, double loudness) {
    int states = candidates.count() + 1;
    for (int state = 0; state < states; state++) {
      float here = state == UNVOICED ? 0 : (float) candidates.hertz()[state - 1];
      hertz[frames * STATES + state] = here;
      int from = origin(here);
      origin[frames * STATES + state] = (byte) from;
      nextTotal[state] =
          (frames == 0 ? 0 : total[from] - change(before(from), here))
              + (state == UNVOICED ? unvoiced(loudness) : candidates.strength()[state - 1]);
    }
    double[] spare = total;
    total = nextTotal;
    nextTotal = spare;
    count = states;
    frames++;
  }

  /** The pitch of every frame so far; 0 for none. */
  double[] best() {
    double[] path = new double[frames];
    int state = 0;
    for (int other = 1; other < count; other++) {
      state = total[other] > total[state] ? other : state;
    }
    for (int frame = frames - 1; frame >= 0; frame--) {
      path[frame] = hertz[frame * STATES + state];
      state = origin[frame * STATES + state];
    }
    return path;
  }

  private int origin(float here) {
    int best = 0;
    if (frames > 0) {
      for (int from = 1; from < count; from++) {
        boolean better =
            total[from] - change(before(from), here) > total[best] - change(before(best), here);
        best = better ? from : best;
      }
    }
    return best;
  }

  private float before(int state) {
    return hertz[(frames - 1) * STATES + state];
  }

  private static double change(float before, float after) {
    if (before == 0 && after == 0) {
      return 0;
    }
    if (before == 0 || after == 0) {
      return VOICING_CHANGE_COST;
    }
    return OCTAVE_JUMP_COST * Math.abs(octaves(after / before));
  }

  private static double unvoiced(double loudness) {
    return VOICING_THRESHOLD + Math.max(0, 2 - loudness * (1 + VOICING_THRESHOLD));
  }

  private static double octaves(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }
}
