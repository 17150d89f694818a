package io.earshot.asr.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DitherTest {

  @Test
  void isTheSameAtTheSamePlaceAndOnlyThere() {
    float[] silence = new float[1000];
    assertThat(at(silence, 5)).containsExactly(at(silence, 5));
    assertThat(at(silence, 5)).isNotEqualTo(at(silence, 6));
    assertThat(silence).containsOnly(0f);
  }

  @Test
  void doesNotDependOnWhereASegmentBeginsOrIsPutTogether() {
    float[] whole = at(new float[1000], 700);

    assertThat(at(new float[900], 800)).containsExactly(Arrays.copyOfRange(whole, 100, 1000));
    Placement spliced = new Placement(List.of(new Splice(0, 700), new Splice(200, 1300)), 600);
    float[] put = Dither.add(new float[600], spliced);
    assertThat(Arrays.copyOf(put, 200)).containsExactly(Arrays.copyOf(whole, 200));
    assertThat(Arrays.copyOfRange(put, 200, 600))
        .containsExactly(Arrays.copyOfRange(whole, 600, 1000));
  }

  @Test
  void isWhiteWithDeviationThree() {
    double sum = 0;
    double squares = 0;
    double neighbours = 0;
    float[] noise = at(new float[200_000], 0);
    for (int i = 1; i < noise.length; i++) {
      sum += noise[i];
      squares += noise[i] * noise[i];
      neighbours += noise[i] * noise[i - 1];
    }
    assertThat(sum / noise.length).isCloseTo(0, within(0.05));
    assertThat(squares / noise.length).isCloseTo(9, within(0.2));
    assertThat(neighbours / noise.length).as("white").isCloseTo(0, within(0.15));
  }

  private static float[] at(float[] samples, long position) {
    return Dither.add(samples, new Placement(List.of(new Splice(0, position)), samples.length));
  }
}
