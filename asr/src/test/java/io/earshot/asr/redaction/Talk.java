package io.earshot.asr.redaction;

import java.util.Random;

/** Sound with the structure of speech, another for each seed: syllables of gliding pitch, hiss. */
final class Talk {
  private Talk() {}

  static float[] of(double seconds, int rate, double peak, long seed) {
    Random random = new Random(seed);
    float[] sound = new float[(int) (seconds * rate)];
    double voice = 90 + random.nextInt(130);
    for (int at = 0; at < sound.length; ) {
      int length = (int) ((0.08 + 0.2 * random.nextDouble()) * rate);
      syllable(sound, at, length, rate, voice * (0.8 + 0.4 * random.nextDouble()), random);
      at += length + (random.nextInt(4) == 0 ? rate / 8 : 0);
    }
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) Math.max(-32_768, Math.min(32_767, sound[i] * peak));
    }
    return sound;
  }

  private static void syllable(
      float[] sound, int from, int length, int rate, double pitch, Random random) {
    double formant = 350 + random.nextInt(500);
    double second = 1100 + random.nextInt(1200);
    double glide = (random.nextDouble() - 0.5) * 0.3;
    double phase = random.nextDouble() * 6;
    boolean hiss = random.nextInt(4) == 0;
    for (int i = 0; i < length && from + i < sound.length; i++) {
      double hz = pitch * (1 + glide * i / length);
      phase += 2 * Math.PI * hz / rate;
      double sum = 0;
      for (int k = 1; k * hz < 3400 && !hiss; k++) {
        double near = (k * hz - formant) / 100;
        double far = (k * hz - second) / 150;
        sum += (0.05 + 1 / (1 + near * near) + 0.4 / (1 + far * far)) * Math.cos(k * phase + k * k);
      }
      sum = hiss ? 0.3 * random.nextGaussian() : sum / 3;
      sound[from + i] = (float) (sum * Math.sin(Math.PI * i / length));
    }
  }

  /** Adds a softer copy that comes later, as an echo does. */
  static void leak(float[] from, float[] to, int delay, double gainDb) {
    double gain = Math.pow(10, gainDb / 20);
    for (int i = Math.max(0, delay); i < to.length && i - delay < from.length; i++) {
      to[i] += (float) (gain * from[i - delay]);
    }
  }

  static void noise(float[] sound, double level, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < sound.length; i++) {
      sound[i] += (float) (level * random.nextGaussian());
    }
  }
}
