package io.earshot.asr.redaction;

import io.earshot.asr.sound.Fourier;
import java.util.Optional;

/**
 * Tells whether one sound is in another, softer and later.
 *
 * <p>The phase of their cross-spectrum alone is transformed back (generalised cross-correlation
 * with phase transform: C. Knapp and G. Carter, IEEE Trans. ASSP 24, 1976). A copy, however soft,
 * makes one sharp peak at its delay; two voices make none, even when they speak at once. The peak
 * is measured in deviations of what chance makes of so many frequencies.
 */
final class LeakDetector {
  static final int SAMPLE_RATE = 8000;
  static final int LONGEST_DELAY_MS = 600;
  // Recorders start their channels up to so much apart.
  static final int LONGEST_LEAD_MS = 60;

  private static final double LOWEST_HZ = 250;
  private static final double HIGHEST_HZ = 3500;
  // Frequencies at which the source has nothing tell nothing: 40 dB below its mean.
  private static final double EMPTY = 1e-4;
  // Unrelated voices of real calls reached 8.5 and synthetic ones 12, a leak 30 dB down 40
  // (README).
  private static final double LEAST_DEVIATIONS = 10;
  // So far below what else is heard there a word can't be made out.
  private static final double MASKED = 1e-3;

  /** How much later the sound comes, in milliseconds; negative when earlier. */
  record Leak(long delayMs) {}

  private LeakDetector() {}

  /**
   * Looks for a sound.
   *
   * @param source stretch at 8 kHz
   * @param other stretch of another track that starts {@link #LONGEST_LEAD_MS} before the source
   *     and ends {@link #LONGEST_DELAY_MS} after it
   */
  static Optional<Leak> find(float[] source, float[] other) {
    Peak peak = strongest(source, other);
    return peak.deviations > LEAST_DEVIATIONS && audible(source, other, peak.lag)
        ? Optional.of(new Leak((long) peak.lag * 1000 / SAMPLE_RATE - LONGEST_LEAD_MS))
        : Optional.empty();
  }

  /** Where the source fits best, in samples, and how far above chance. */
  record Peak(int lag, double deviations) {}

  static Peak strongest(float[] source, float[] other) {
    int size = Fourier.sizeFor(source.length + other.length);
    Fourier fourier = new Fourier(size);
    // Two real sounds are transformed as one complex one.
    double[] real = padded(source, size);
    double[] imaginary = padded(other, size);
    fourier.transform(real, imaginary);
    int frequencies = toPhases(real, imaginary, size);
    fourier.transform(real, imaginary);
    int best = 0;
    for (int lag = 0; lag <= other.length - source.length; lag++) {
      best = real[lag] > real[best] ? lag : best;
    }
    // Each pair of conjugate frequencies adds a cosine of variance 1/2, twice; neighbouring ones
    // are alike as far as the transform is longer than the sound.
    double deviation = Math.sqrt(2.0 * frequencies * size / Math.max(1, source.length));
    return new Peak(best, frequencies == 0 ? 0 : real[best] / deviation);
  }

  private static double[] padded(float[] sound, int size) {
    double[] padded = new double[size];
    for (int i = 0; i < sound.length; i++) {
      padded[i] = sound[i];
    }
    return padded;
  }

  /** Leaves the phases of the cross-spectrum; how many frequencies have one. */
  private static int toPhases(double[] real, double[] imaginary, int size) {
    int first = (int) (LOWEST_HZ * size / SAMPLE_RATE);
    int last = (int) (HIGHEST_HZ * size / SAMPLE_RATE);
    double[] crossReal = new double[size];
    double[] crossImaginary = new double[size];
    double[] power = new double[last + 1];
    double mean = 0;
    for (int k = first; k <= last; k++) {
      double re = (real[k] + real[size - k]) / 2;
      double im = (imaginary[k] - imaginary[size - k]) / 2;
      double otherRe = (imaginary[k] + imaginary[size - k]) / 2;
      double otherIm = (real[size - k] - real[k]) / 2;
      // Conjugate of source times other, conjugated again: the transform is its own inverse then.
      crossReal[k] = re * otherRe + im * otherIm;
      crossImaginary[k] = im * otherRe - re * otherIm;
      power[k] = re * re + im * im;
      mean += power[k] / (last - first + 1);
    }
    int frequencies = 0;
    java.util.Arrays.fill(real, 0);
    java.util.Arrays.fill(imaginary, 0);
    for (int k = first; k <= last; k++) {
      double length = Math.hypot(crossReal[k], crossImaginary[k]);
      if (length > 1e-9 && power[k] > EMPTY * mean) {
        real[k] = crossReal[k] / length;
        imaginary[k] = crossImaginary[k] / length;
        real[size - k] = real[k];
        imaginary[size - k] = -imaginary[k];
        frequencies++;
      }
    }
    return frequencies;
  }

  private static boolean audible(float[] source, float[] other, int lag) {
    double product = 0;
    double own = 0;
    double there = 0;
    for (int i = 0; i < source.length; i++) {
      product += (double) source[i] * other[i + lag];
      own += (double) source[i] * source[i];
      there += (double) other[i + lag] * other[i + lag];
    }
    // Energy of the part of the other sound that is the source, against all of it.
    return product * product / own > MASKED * there;
  }
}
