package io.earshot.asr.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TelephoneBandTest {
  private static final int RATE = 16_000;
  private static final double REMAINS_DB = -50;

  @Test
  void takesAwayWhatChangesOfRateLeaveBehind() {
    float[] telephone = tones(0, 1000, 3000);
    float[] changed = sum(telephone, tones(REMAINS_DB, 4100, 4500, 6000));

    float[] settled = TelephoneBand.settle(changed);

    assertThat(difference(settled, TelephoneBand.settle(telephone))).isLessThan(0.5);
    assertThat(difference(settled, telephone)).as("neither delayed nor changed").isLessThan(0.5);
  }

  @Test
  void leavesWidebandSoundAsItIs() {
    float[] wide = sum(tones(0, 500, 2000), tones(-20, 5000));

    assertThat(TelephoneBand.settle(wide)).isSameAs(wide);
  }

  @Test
  void keepsLengthOfSilenceAndOfScraps() {
    for (int length : new int[] {0, 1, 100, 511, 512, 5000}) {
      assertThat(TelephoneBand.settle(new float[length])).isEqualTo(new float[length]);
    }
  }

  private static float[] tones(double db, double... hertz) {
    float[] samples = new float[2 * RATE];
    for (double tone : hertz) {
      for (int i = 0; i < samples.length; i++) {
        double time = i / (double) RATE;
        samples[i] += (float) (4000 * Math.pow(10, db / 20) * Math.sin(2 * Math.PI * tone * time));
      }
    }
    return samples;
  }

  private static float[] sum(float[] one, float[] other) {
    float[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  /** The largest, away from the ends, where a filter has half of its input. */
  private static double difference(float[] one, float[] other) {
    double most = 0;
    for (int i = RATE / 4; i < one.length - RATE / 4; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }
}
