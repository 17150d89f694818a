package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.VoiceStretches.Stretch;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.VoiceVector;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceStretchesTest {
  private static final int RATE = 16_000;

  @Test
  void cutsWhereWordsPause() {
    List<HeardWord> words = words(0, 1.2, 1.25, 1.6, 1.9, 2.4, 2.6, 4);
    assertThat(VoiceStretches.of(words, whole(5)))
        .as("the third word alone is too short")
        .containsExactly(new Stretch(0, 2), new Stretch(3, 4));
  }

  @Test
  void cutsWhatIsLongAtItsLongestPause() {
    List<HeardWord> words = words(0, 0.5, 0.6, 2, 2.1, 3, 3.02, 5);
    assertThat(VoiceStretches.of(words, whole(6)))
        .containsExactly(new Stretch(0, 2), new Stretch(2, 4));
    assertThat(VoiceStretches.of(words(0, 9), whole(9))).as("one endless word").isEmpty();
  }

  @Test
  void knowsSilenceThatWasLeftOut() {
    Placement spliced =
        new Placement(List.of(new Splice(0, 0), new Splice(RATE * 2, RATE * 9)), 4 * RATE);
    assertThat(VoiceStretches.of(words(0, 1.9, 2, 3.9), spliced))
        .containsExactly(new Stretch(0, 1), new Stretch(1, 2));
  }

  @Test
  void cutsAnyWordsIntoStretchesOfOneToFourSeconds() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double[] times = new double[2 * random.nextInt(60)];
      double time = 0;
      for (int i = 0; i < times.length; i++) {
        time += i % 2 == 0 ? Math.max(0, random.nextDouble() * 0.4 - 0.2) : random.nextDouble();
        times[i] = time;
      }
      List<HeardWord> words = words(times);
      int from = 0;
      for (Stretch stretch : VoiceStretches.of(words, whole(time))) {
        assertThat(stretch.from()).as("seed %d", seed).isGreaterThanOrEqualTo(from);
        double start = words.get(stretch.from()).startSeconds();
        assertThat(words.get(stretch.to() - 1).endSeconds() - start).isBetween(1.0, 4.0);
        for (int i = stretch.from() + 1; i < stretch.to(); i++) {
          assertThat(words.get(i).startSeconds() - words.get(i - 1).endSeconds()).isLessThan(0.16);
        }
        from = stretch.to();
      }
    }
  }

  @Test
  void asksForTheVectorOfEachStretch() {
    double[] values = new double[16];
    Arrays.fill(values, 1);
    List<Integer> lengths = new ArrayList<>();
    List<VoiceStretches.Voice> voices =
        VoiceStretches.heard(
            new float[3 * RATE],
            whole(3),
            List.of(new HeardWord("[noise]", 0, 0.5, 1), new HeardWord("a", 0.5, 1.5, 1)),
            (samples, words) -> {
              lengths.add(samples.length);
              return words.equals(List.of("a")) ? VoiceVector.of(values) : Optional.empty();
            });
    assertThat(lengths).containsExactly((int) (1.55 * RATE));
    assertThat(voices).hasSize(1);
    assertThat(voices.get(0).endSeconds()).isEqualTo(1.5);
  }

  private static Placement whole(double seconds) {
    return new Placement(List.of(new Splice(0, 0)), (int) Math.ceil(seconds * RATE));
  }

  /** Words from starts and ends. */
  private static List<HeardWord> words(double... times) {
    List<HeardWord> words = new ArrayList<>();
    for (int i = 0; i < times.length; i += 2) {
      words.add(new HeardWord("word", times[i], times[i + 1], 1));
    }
    return words;
  }
}
