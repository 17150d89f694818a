package io.earshot.asr.voice;

/**
 * Finds the periods that the sound around one place may have: the peaks of its normalised
 * cross-correlation (Talkin 1995), which is 1 for a sound that repeats itself exactly.
 *
 * <p>Both windows lie symmetrically around the place, so that glides are not measured late. Peaks
 * between two lags are found by interpolation with a windowed sinc (Boersma 1993): at 400 Hz a
 * whole lag is a tenth of the period.
 */
final class PeriodFinder {
  static final double LOWEST_HZ = 60;
  static final double HIGHEST_HZ = 450;
  static final int MOST_CANDIDATES = 5;

  // 30 ms: nearly two periods of the lowest voices, short enough for quick glides.
  private static final int WINDOW = PitchTracker.SAMPLE_RATE * 30 / 1000;
  private static final int SINC_HALF = 7;
  private static final int SHORTEST_LAG = (int) (PitchTracker.SAMPLE_RATE / HIGHEST_HZ);
  private static final int LONGEST_LAG = (int) Math.ceil(PitchTracker.SAMPLE_RATE / LOWEST_HZ);
  private static final int STEPS = 16;
  private static final float[][] SINC = sinc();
  // Weaker periodicity than this is never taken for a voice (see PitchPath).
  private static final double LEAST_STRENGTH = 0.25;
  // Prefers the shorter of two periods that fit alike: twice a period always fits as well. Counted
  // from the middle of the range, so that the preference does not change what is voiced.
  private static final double OCTAVE_COST = 0.03;
  private static final double MIDDLE_HZ = 165;

  private final float[] samples;
  private final double[] energyBefore;
  private final float[] correlation = new float[LONGEST_LAG + SINC_HALF + 2];

  /** Pitches that one place may have, and how well the sound repeats with each. */
  record Candidates(double[] hertz, double[] strength, int count) {}

  static final Candidates NONE = new Candidates(new double[0], new double[0], 0);

  PeriodFinder(float[] sound) {
    // Silence around it spares every window a check of the borders.
    int margin = WINDOW + LONGEST_LAG + SINC_HALF + 2;
    samples = new float[sound.length + 2 * margin];
    System.arraycopy(sound, 0, samples, margin, sound.length);
    energyBefore = new double[samples.length + 1];
    for (int i = 0; i < samples.length; i++) {
      energyBefore[i + 1] = energyBefore[i] + (double) samples[i] * samples[i];
    }
  }

  /** Root mean square around a place. */
  double amplitude(int middle) {
    int start = margin() + middle - WINDOW / 2;
    return Math.sqrt(energy(start) / WINDOW);
  }

  /** The strongest periods around a place. */
  Candidates find(int middle) {
    correlate(margin() + middle);
    double[] hertz = new double[MOST_CANDIDATES];
    double[] strength = new double[MOST_CANDIDATES];
    int count = 0;
    for (int lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      float here = correlation[lag];
      if (here > LEAST_STRENGTH && here >= correlation[lag - 1] && here > correlation[lag + 1]) {
        double[] peak = refine(lag);
        double found = PitchTracker.SAMPLE_RATE / peak[0];
        if (found >= LOWEST_HZ && found <= HIGHEST_HZ) {
          double height = peak[1] + OCTAVE_COST * Math.log(found / MIDDLE_HZ) / Math.log(2);
          count = keep(found, height, hertz, strength, count);
        }
      }
    }
    return new Candidates(hertz, strength, count);
  }

  private int margin() {
    return WINDOW + LONGEST_LAG + SINC_HALF + 2;
  }

  private double energy(int start) {
    return energyBefore[start + WINDOW] - energyBefore[start];
  }

  private void correlate(int middle) {
    correlation[0] = 1;
    for (int lag = 1; lag < correlation.length; lag++) {
      int first = middle - (WINDOW + lag) / 2;
      double energies = energy(first) * energy(first + lag);
      // A square below 1: digital silence, where rounding is all there is.
      correlation[lag] =
          energies < 1 ? 0 : (float) (product(first, first + lag) / Math.sqrt(energies));
    }
  }

  private float product(int first, int second) {
    // Four sums, because one would make every addition wait for the last.
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int i = 0; i < WINDOW; i += 4) {
      sum0 += samples[first + i] * samples[second + i];
      sum1 += samples[first + i + 1] * samples[second + i + 1];
      sum2 += samples[first + i + 2] * samples[second + i + 2];
      sum3 += samples[first + i + 3] * samples[second + i + 3];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  /** Lag and height of the peak within half a lag. */
  private double[] refine(int lag) {
    int best = 0;
    double[] heights = new double[2 * STEPS + 1];
    for (int step = 0; step < heights.length; step++) {
      heights[step] = between(lag, step);
      best = heights[step] > heights[best] ? step : best;
    }
    double shift = 0;
    if (best > 0 && best < heights.length - 1) {
      double before = heights[best - 1];
      double after = heights[best + 1];
      double curvature = before - 2 * heights[best] + after;
      shift = curvature < 0 ? (before - after) / (2 * curvature) : 0;
    }
    return new double[] {lag + (best - STEPS + shift) / (2.0 * STEPS), Math.min(1, heights[best])};
  }

  private double between(int lag, int step) {
    float[] filter = SINC[step];
    float sum = 0;
    for (int tap = -SINC_HALF; tap <= SINC_HALF; tap++) {
      sum += filter[tap + SINC_HALF] * correlation[Math.abs(lag + tap)];
    }
    return sum;
  }

  // Keeps the strongest.
  private static int keep(double hz, double height, double[] hertz, double[] strength, int count) {
    int place = count;
    if (count == MOST_CANDIDATES) {
      place = 0;
      for (int i = 1; i < count; i++) {
        place = strength[i] < strength[place] ? i : place;
      }
      if (strength[place] >= height) {
        return count;
      }
    }
    hertz[place] = hz;
    strength[place] = height;
    return Math.min(MOST_CANDIDATES, count + 1);
  }

  private static float[][] sinc() {
    float[][] filters = new float[2 * STEPS + 1][2 * SINC_HALF + 1];
    for (int step = 0; step < filters.length; step++) {
      double offset = (step - STEPS) / (2.0 * STEPS);
      for (int tap = -SINC_HALF; tap <= SINC_HALF; tap++) {
        double x = tap - offset;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (SINC_HALF + 1));
        double value = Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        filters[step][tap + SINC_HALF] = (float) (value * window);
      }
    }
    return filters;
  }
}
