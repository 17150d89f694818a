package io.earshot.asr.segment;

import java.util.Arrays;

/**
 * The level of what is heard when nobody speaks: the lowest level of the last seconds.
 *
 * <p>Minimum statistics after R. Martin, "Noise power spectral density estimation based on optimal
 * smoothing and minimum statistics" (IEEE Trans. Speech Audio Processing 9, 2001), on the level of
 * the whole band: speech has gaps between its syllables, so the minimum over a few seconds is
 * noise.
 */
final class NoiseFloor {
  // Below this a line is digitally silent; above that even a steady level is treated as speech.
  private static final double LOWEST_DB = -75;
  private static final double HIGHEST_DB = -42;
  private static final int WINDOWS = 8;
  private static final int FRAMES_PER_WINDOW = 75;
  // The minimum lies below the mean of the noise it stands for.
  private static final double BIAS_DB = 1.5;

  private final double[] minima = new double[WINDOWS];
  private double smoothed = Double.NaN;
  private double current = Double.POSITIVE_INFINITY;
  private int frames;
  private int window;

  NoiseFloor() {
    Arrays.fill(minima, Double.POSITIVE_INFINITY);
  }

  /** Takes the level of the next 10 ms; the floor as known now. */
  double update(double levelDb) {
    smoothed = Double.isNaN(smoothed) ? levelDb : smoothed + 0.3 * (levelDb - smoothed);
    current = Math.min(current, smoothed);
    if (++frames == FRAMES_PER_WINDOW) {
      minima[window] = current;
      window = (window + 1) % WINDOWS;
      current = Double.POSITIVE_INFINITY;
      frames = 0;
    }
    double lowest = Math.min(current, Arrays.stream(minima).min().orElse(smoothed));
    double floor = (Double.isInfinite(lowest) ? smoothed : lowest) + BIAS_DB;
    return Math.max(LOWEST_DB, Math.min(HIGHEST_DB, floor));
  }
}
