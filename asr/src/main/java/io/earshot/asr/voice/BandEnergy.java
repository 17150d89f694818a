package io.earshot.asr.voice;

import io.earshot.asr.segment.SpeechSegment;

/**
 * Energy below and above 1 kHz, frame after frame of one stretch of sound.
 *
 * <p>The bands are parted by Butterworth filters of fourth order (two biquads each, coefficients
 * after R. Bristow-Johnson's "Audio EQ cookbook"); what lies below some 50 Hz is offset and hum and
 * counts for neither.
 */
final class BandEnergy {
  private static final double CROSSOVER_HZ = 1000;
  private static final double HUM_HZ = 50;
  // Poles of a fourth-order Butterworth filter: 1 / (2 cos(pi/8)) and 1 / (2 cos(3 pi/8)).
  private static final double FIRST_Q = 0.541196;
  private static final double SECOND_Q = 1.306563;
  private static final double SINGLE_Q = Math.sqrt(0.5);
  private static final double FULL_SCALE = 32768;
  // What rounding to 16 bits leaves of a silent line: keeps quotients finite.
  private static final double LEAST_POWER = 1.0 / 12;

  private final Biquad hum = Biquad.highPass(HUM_HZ, SINGLE_Q);
  private final Biquad lowFirst = Biquad.lowPass(CROSSOVER_HZ, FIRST_Q);
  private final Biquad lowSecond = Biquad.lowPass(CROSSOVER_HZ, SECOND_Q);
  private final Biquad highFirst = Biquad.highPass(CROSSOVER_HZ, FIRST_Q);
  private final Biquad highSecond = Biquad.highPass(CROSSOVER_HZ, SECOND_Q);
  private double power;
  private double low;
  private double high;

  /** Takes the next frame. */
  void accept(float[] samples, int from, int count) {
    power = 0;
    low = 0;
    high = 0;
    for (int i = from; i < from + count; i++) {
      double sound = hum.next(samples[i]);
      double below = lowSecond.next(lowFirst.next(sound));
      double above = highSecond.next(highFirst.next(sound));
      power += sound * sound;
      low += below * below;
      high += above * above;
    }
    power /= count;
    low /= count;
    high /= count;
  }

  double levelDbfs() {
    return 10 * Math.log10(Math.max(power, LEAST_POWER) / (FULL_SCALE * FULL_SCALE));
  }

  double tiltDb() {
    return 10 * Math.log10((high + LEAST_POWER) / (low + LEAST_POWER));
  }

  /** A filter of second order, in transposed direct form II. */
  private static final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double first;
    private double second;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
      this.b0 = b0 / a0;
      this.b1 = b1 / a0;
      this.b2 = b2 / a0;
      this.a1 = a1 / a0;
      this.a2 = a2 / a0;
    }

    static Biquad lowPass(double hz, double q) {
      double angle = angle(hz);
      double cos = Math.cos(angle);
      double alpha = Math.sin(angle) / (2 * q);
      return new Biquad((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    static Biquad highPass(double hz, double q) {
      double angle = angle(hz);
      double cos = Math.cos(angle);
      double alpha = Math.sin(angle) / (2 * q);
      return new Biquad((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    private static double angle(double hz) {
      return 2 * Math.PI * hz / SpeechSegment.SAMPLE_RATE;
    }

    double next(double sample) {
      double result = b0 * sample + first;
      first = b1 * sample - a1 * result + second;
      second = b2 * sample - a2 * result;
      return result;
    }
  }
}
