package io.earshot.asr.engine;

import io.earshot.asr.segment.Placement;
import java.util.Random;

/**
 * Faint noise that is the same at the same place of every recording.
 *
 * <p>The acoustic model was trained on features with Kaldi's dither (Gaussian, deviation 1 on the
 * 16-bit scale), and loses words on digital silence without it. Kaldi draws its own from one
 * generator shared by all threads, so that runs differ. Other noise alone changes one word in
 * fifteen of a bad line; so here it depends on nothing but the place: a segment that begins a
 * little earlier, because another codec left other noise before the first word, has the same.
 */
public final class Dither {
  // Three times Kaldi's: what codecs leave in quiet bands is covered, speech is not (RATIONALE).
  private static final float DEVIATION = 3;

  private static final int TABLE_SIZE = 1 << 15;
  private static final float[] TABLE = table();

  private Dither() {}

  /**
   * A copy of a segment's samples with the noise of where they lie.
   *
   * @param placement in the channel; of as many samples
   */
  public static float[] add(float[] samples, Placement placement) {
    float[] noisy = new float[samples.length];
    for (int stretch = 0; stretch < placement.splices().size(); stretch++) {
      Placement.Splice splice = placement.splices().get(stretch);
      int end =
          stretch + 1 < placement.splices().size()
              ? placement.splices().get(stretch + 1).offset()
              : samples.length;
      for (int i = splice.offset(); i < end; i++) {
        noisy[i] = samples[i] + at(splice.position() + i - splice.offset());
      }
    }
    return noisy;
  }

  // The mixing function of Steele, Lea and Flood, "Fast splittable pseudorandom number generators"
  // (OOPSLA 2014): neighbouring places come out unrelated.
  private static float at(long place) {
    long mixed = place * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return TABLE[(int) (mixed >>> 40) & TABLE_SIZE - 1];
  }

  private static float[] table() {
    Random random = new Random(20261121);
    float[] table = new float[TABLE_SIZE];
    for (int i = 0; i < TABLE_SIZE; i++) {
      table[i] = DEVIATION * (float) random.nextGaussian();
    }
    return table;
  }
}
