package io.earshot.asr.sound;

/**
 * Brings all telephone sound to one band, whichever codec it came through.
 *
 * <p>The acoustic model also listens above 4 kHz. A telephone has nothing there, but codecs and
 * changes of rate leave remains of their own around its upper edge, 50 dB and more below the speech
 * and yet enough to change every fifth word of a call. What has no sound of its own above 4.3 kHz
 * is cut at 3.7 kHz; why there, RATIONALE.md tells. Stateless, for any thread.
 */
public final class TelephoneBand {
  private static final int SAMPLE_RATE = 16_000;

  // Against the voice's band in 16 s: remains stay below -42 dB (two real calls, twelve codecs),
  // what
  // wideband speech has there above -17 dB (eight synthetic calls).
  private static final double LEAST_SHARE = 1e-3;
  private static final double VOICE_FROM_HZ = 300;
  private static final double EDGE_HZ = 3700;
  private static final double ABOVE_HZ = 4300;
  private static final double HIGHEST_HZ = 7500;

  private static final int WINDOW = 512;
  // A look at every fourth window tells as much of seconds as a look at all.
  private static final int HOP = 4 * WINDOW;
  private static final Fourier FOURIER = new Fourier(WINDOW);

  // Kaiser, 1974: to be 80 dB down 330 Hz further on takes 240 taps.
  private static final int HALF = 120;
  private static final Kaiser WINDOWED = new Kaiser(80);
  private static final float[] FILTER = filter();

  private TelephoneBand() {}

  /**
   * The samples as they are when they have sound above the telephone's band, else without what lies
   * there. Nothing is delayed.
   *
   * @param samples at 16 kHz; not changed
   */
  public static float[] settle(float[] samples) {
    return isWide(samples) ? samples : limited(samples);
  }

  private static boolean isWide(float[] samples) {
    double voice = 0;
    double above = 0;
    for (int at = 0; at + WINDOW <= samples.length; at += HOP) {
      double[] power = power(samples, at);
      voice += energy(power, VOICE_FROM_HZ, EDGE_HZ);
      above += energy(power, ABOVE_HZ, HIGHEST_HZ);
    }
    return above > LEAST_SHARE * voice;
  }

  private static double[] power(float[] samples, int from) {
    double[] real = new double[WINDOW];
    double[] imaginary = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      real[i] = samples[from + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
    }
    FOURIER.transform(real, imaginary);
    double[] power = new double[WINDOW / 2];
    for (int i = 0; i < power.length; i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    return power;
  }

  private static double energy(double[] power, double fromHz, double toHz) {
    double energy = 0;
    for (int bin = bin(fromHz); bin <= bin(toHz); bin++) {
      energy += power[bin];
    }
    return energy;
  }

  private static int bin(double hertz) {
    return (int) Math.round(hertz * WINDOW / SAMPLE_RATE);
  }

  private static float[] limited(float[] samples) {
    float[] padded = new float[samples.length + 2 * HALF];
    System.arraycopy(samples, 0, padded, HALF, samples.length);
    float[] limited = new float[samples.length];
    for (int i = 0; i < limited.length; i++) {
      // The filter is symmetric: one product serves two samples.
      float sum = FILTER[0] * padded[i + HALF];
      for (int tap = 1; tap <= HALF; tap++) {
        sum += FILTER[tap] * (padded[i + HALF - tap] + padded[i + HALF + tap]);
      }
      limited[i] = sum;
    }
    return limited;
  }

  /** The right half of a windowed sinc. */
  private static float[] filter() {
    double share = 2 * EDGE_HZ / SAMPLE_RATE;
    float[] filter = new float[HALF + 1];
    for (int tap = 0; tap <= HALF; tap++) {
      double angle = Math.PI * share * tap;
      double sinc = tap == 0 ? 1 : Math.sin(angle) / angle;
      double place = (double) tap / HALF;
      filter[tap] = (float) (share * sinc * WINDOWED.at(place));
    }
    return filter;
  }
}
