package io.earshot.asr.voice;

import io.earshot.asr.sound.Resampler;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Makes sounds as a telephone passes them: 300 to 3400 Hz, 8 kHz, mu-law, raised to 16 kHz. */
public final class TelephoneVoice {
  private static final int RATE = 8000;
  private static final double LOWEST_HZ = 300;
  private static final double HIGHEST_HZ = 3400;

  private TelephoneVoice() {}

  /**
   * Harmonics of a changing fundamental, with a resonance as of a vowel.
   *
   * @param pitchHz by seconds
   * @param formantHz where the resonance lies
   */
  public static float[] voiced(
      double seconds, DoubleUnaryOperator pitchHz, double formantHz, double peak) {
    float[] sound = new float[(int) (seconds * RATE)];
    double phase = 0;
    for (int i = 0; i < sound.length; i++) {
      double hz = pitchHz.applyAsDouble((double) i / RATE);
      phase += 2 * Math.PI * hz / RATE;
      double sum = 0;
      for (int k = (int) Math.ceil(LOWEST_HZ / hz); k * hz < HIGHEST_HZ; k++) {
        sum += gain(k * hz, formantHz) / k * Math.cos(k * phase);
      }
      sound[i] = (float) sum;
    }
    return scaled(sound, peak);
  }

  public static float[] noise(double seconds, double peak, long seed) {
    Random random = new Random(seed);
    float[] sound = new float[(int) (seconds * RATE)];
    double low = 0;
    for (int i = 0; i < sound.length; i++) {
      double white = random.nextGaussian();
      low += 0.2 * (white - low);
      sound[i] = (float) (white - low);
    }
    return scaled(sound, peak);
  }

  /** Through the codec and to the rate that is measured. */
  public static float[] received(float[] sound) {
    float[] coded = new float[sound.length];
    for (int i = 0; i < sound.length; i++) {
      coded[i] = muLaw(sound[i]);
    }
    Resampler resampler = new Resampler(RATE, 16_000);
    return join(resampler.process(coded, coded.length), resampler.finish(coded.length));
  }

  public static float[] join(float[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    float[] all = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  public static float[] sum(float[] one, float[] other) {
    float[] sum = one.clone();
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private static double gain(double hz, double formantHz) {
    double distance = (hz - formantHz) / 120;
    return 0.3 + 4 / (1 + distance * distance);
  }

  private static float[] scaled(float[] sound, double peak) {
    double highest = 1e-9;
    for (float sample : sound) {
      highest = Math.max(highest, Math.abs(sample));
    }
    for (int i = 0; i < sound.length; i++) {
      sound[i] *= (float) (peak / highest);
    }
    return sound;
  }

  // The continuous law that G.711 approximates, in 8 bits.
  private static float muLaw(float sample) {
    double x = Math.max(-1, Math.min(1, sample / 32768));
    double coded = Math.signum(x) * Math.log1p(255 * Math.abs(x)) / Math.log(256);
    double rounded = Math.round(coded * 127) / 127.0;
    return (float) (Math.signum(rounded) * (Math.pow(256, Math.abs(rounded)) - 1) / 255 * 32768);
  }
}
