package io.earshot.asr.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeakDetectorTest {
  private static final int RATE = LeakDetector.SAMPLE_RATE;
  private static final int LEAD = LeakDetector.LONGEST_LEAD_MS * RATE / 1000;
  private static final int DELAY = LeakDetector.LONGEST_DELAY_MS * RATE / 1000;

  @Test
  void findsSoftLateCopiesInNoise() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      float[] source = Talk.of(0.4 + random.nextDouble() * 3, RATE, 12_000, seed);
      int delayMs = random.nextInt(550) - 40;
      double gainDb = -6 - random.nextInt(30);
      float[] other = new float[LEAD + source.length + DELAY];
      Talk.leak(source, other, LEAD + delayMs * RATE / 1000, gainDb);
      Talk.noise(other, 5, seed + 100);
      assertThat(LeakDetector.find(source, other))
          .as("seed %d: %d ms, %.0f dB", seed, delayMs, gainDb)
          .hasValueSatisfying(
              leak -> assertThat(leak.delayMs()).isBetween(delayMs - 2L, delayMs + 2L));
    }
  }

  @Test
  void findsCopiesUnderTheOthersOwnVoice() {
    for (int seed = 0; seed < 20; seed++) {
      float[] source = Talk.of(2, RATE, 12_000, seed);
      float[] other = Talk.of(2.66, RATE, 12_000, 1000 + seed);
      Talk.leak(source, other, LEAD + 800, -12);
      assertThat(LeakDetector.find(source, other)).as("seed %d", seed).isPresent();
    }
  }

  @Test
  void takesNoOtherVoiceForACopy() {
    for (int seed = 0; seed < 60; seed++) {
      double seconds = 0.3 + seed % 10 * 0.4;
      float[] source = Talk.of(seconds, RATE, 12_000, seed);
      float[] other = Talk.of(seconds + 0.66, RATE, 12_000, 5000 + seed);
      assertThat(LeakDetector.find(source, other)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void findsNothingInSilenceAndNoise() {
    float[] source = Talk.of(1, RATE, 12_000, 1);
    float[] silent = new float[LEAD + source.length + DELAY];
    assertThat(LeakDetector.find(source, silent)).isEmpty();
    assertThat(LeakDetector.find(new float[RATE], silent)).isEmpty();
    Talk.noise(silent, 30, 2);
    assertThat(LeakDetector.find(source, silent)).isEmpty();
    assertThat(LeakDetector.find(new float[RATE], Arrays.copyOf(silent, RATE * 2))).isEmpty();
  }
}
