package io.earshot.asr.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DitherTest {

  @Test
  void isTheSameForTheSameSeedAndOnlyForThat() {
    float[] silence = new float[1000];
    assertThat(Dither.add(silence, 5)).containsExactly(Dither.add(silence, 5));
    assertThat(Dither.add(silence, 5)).isNotEqualTo(Dither.add(silence, 6));
    assertThat(silence).containsOnly(0f);
  }

  @Test
  void isGaussianWithDeviationOne() {
    double sum = 0;
    double squares = 0;
    float[] noise = Dither.add(new float[200_000], 0);
    for (float value : noise) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / noise.length).isCloseTo(0, within(0.02));
    assertThat(squares / noise.length).isCloseTo(1, within(0.03));
  }
}
