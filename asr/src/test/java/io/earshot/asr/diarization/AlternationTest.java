package io.earshot.asr.diarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlternationTest {

  @Test
  void givesADoubtfulWordToItsNeighboursVoice() {
    Alternation alternation = new Alternation(words(0, 0, 0, 0, 0));
    double[] first = {3, 3, 0, 3, 3};
    double[] second = {0, 0, 1, 0, 0};
    assertThat(alternation.likeliest(first, second))
        .containsExactly(false, false, false, false, false);
  }

  @Test
  void changesAtThePause() {
    // The third word leans a little to the first voice, but the pause stands before it.
    Alternation alternation = new Alternation(words(0, 0, 900, 0, 0));
    double[] first = {3, 3, 0.4, 0, 0};
    double[] second = {0, 0, 0, 3, 3};
    assertThat(alternation.likeliest(first, second))
        .containsExactly(false, false, true, true, true);
  }

  @Test
  void countsAllWaysThatWordsMayGo() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(9);
      long[] gaps = random.longs(count, 0, 600).toArray();
      double[] first = random.doubles(count, -3, 3).toArray();
      double[] second = random.doubles(count, -3, 3).toArray();
      double[] shares = new double[count];
      Alternation alternation = new Alternation(words(gaps));
      double total = alternation.shares(first, second, shares);
      double[] expected = new double[count];
      double sum = 0;
      for (int way = 0; way < 1 << count; way++) {
        double likelihood = Math.exp(log(way, gaps, first, second));
        sum += likelihood;
        for (int i = 0; i < count; i++) {
          expected[i] += (way >> i & 1) == 0 ? likelihood : 0;
        }
      }
      assertThat(total).as("seed %d", seed).isCloseTo(Math.log(sum), within(1e-9));
      for (int i = 0; i < count; i++) {
        assertThat(shares[i]).as("seed %d", seed).isCloseTo(expected[i] / sum, within(1e-9));
      }
      assertThat(log(way(alternation.likeliest(first, second)), gaps, first, second))
          .as("seed %d", seed)
          .isCloseTo(best(gaps, first, second), within(1e-9));
    }
  }

  private static int way(boolean[] second) {
    int way = 0;
    for (int i = 0; i < second.length; i++) {
      way |= second[i] ? 1 << i : 0;
    }
    return way;
  }

  private static double best(long[] gaps, double[] first, double[] second) {
    double best = Double.NEGATIVE_INFINITY;
    for (int way = 0; way < 1 << gaps.length; way++) {
      best = Math.max(best, log(way, gaps, first, second));
    }
    return best;
  }

  /** The log likelihood of one way; bit i is set where word i is the second voice's. */
  private static double log(int way, long[] gaps, double[] first, double[] second) {
    double log = -Math.log(2);
    for (int i = 0; i < gaps.length; i++) {
      boolean other = (way >> i & 1) == 1;
      log += other ? second[i] : first[i];
      if (i > 0) {
        double change = gaps[i] < 60 ? 0.005 : gaps[i] < 250 ? 0.05 : 0.25;
        log += Math.log((way >> i & 1) == (way >> i - 1 & 1) ? 1 - change : change);
      }
    }
    return log;
  }

  private static List<WordSound> words(long... gaps) {
    List<WordSound> words = new ArrayList<>();
    for (long gap : gaps) {
      words.add(new WordSound(10, 1, gap, new float[0], new float[0], 0, 0, 0));
    }
    return words;
  }
}
