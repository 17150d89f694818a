package io.earshot.asr.engine;

import java.util.Random;

/**
 * Faint noise that is the same for the same place of the same sound.
 *
 * <p>The acoustic model was trained on features with Kaldi's dither (Gaussian, deviation 1 on the
 * 16-bit scale), and loses words on digital silence without it. Kaldi draws its own from one
 * generator shared by all threads, so that runs differ; this one starts from a seed.
 */
public final class Dither {
  private static final int TABLE_SIZE = 1 << 15;
  private static final float[] TABLE = table();

  private Dither() {}

  /** A copy of the samples with noise that depends on the seed alone. */
  public static float[] add(float[] samples, long seed) {
    float[] noisy = new float[samples.length];
    long state = seed * 0x9E3779B97F4A7C15L + 1;
    for (int i = 0; i < samples.length; i++) {
      // Marsaglia's xorshift64: quick, and good enough to shuffle a table.
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      noisy[i] = samples[i] + TABLE[(int) (state >>> 40) & TABLE_SIZE - 1];
    }
    return noisy;
  }

  private static float[] table() {
    Random random = new Random(20261121);
    float[] table = new float[TABLE_SIZE];
    for (int i = 0; i < TABLE_SIZE; i++) {
      table[i] = (float) random.nextGaussian();
    }
    return table;
  }
}
