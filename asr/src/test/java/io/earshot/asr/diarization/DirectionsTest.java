package io.earshot.asr.diarization;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.diarization.SyntheticTalk.Person;
import io.earshot.asr.engine.VoiceVector;
import io.earshot.conversation.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DirectionsTest {
  private static final Person ANYBODY = new Person(140, 1, 6000);
  private static final Person LOW = new Person(105, 0.92, 6000);
  private static final Person HIGH = new Person(205, 1.12, 6000);
  private static final int SIZE = 128;
  private static final double PLAIN = 0.8;

  private final SyntheticTalk plain = talk(3, LOW, HIGH);
  private Diarization plainlyDivided;

  @Test
  void tellsApartWhoSoundsTheSame() {
    for (int seed = 0; seed < 3; seed++) {
      SyntheticTalk talk = talk(seed, ANYBODY, ANYBODY);
      Diarization divided = divided(talk, voices(seed));
      assertThat(talk.wrong(divided)).as("seed %d", seed).isLessThan(0.05);
      assertThat(divided.separation()).as("seed %d", seed).isGreaterThan(PLAIN);
      assertThat(talk.wrong(talk.divided())).as("without").isGreaterThan(0.15);
    }
  }

  @Test
  void leavesOneSpeakerOne() {
    for (int seed = 0; seed < 3; seed++) {
      SyntheticTalk talk = talk(seed, ANYBODY, ANYBODY);
      IntFunction<Optional<VoiceVector>> two = voices(seed);
      assertThat(divided(talk, turn -> two.apply(0))).as("seed %d", seed).isEqualTo(talk.divided());
    }
  }

  @Test
  void neverBringsVoicesNearer() {
    for (int seed = 0; seed < 2; seed++) {
      SyntheticTalk talk = talk(seed, LOW, HIGH);
      Diarization divided = divided(talk, voices(seed));
      assertThat(talk.wrong(divided)).as("seed %d", seed).isLessThan(0.08);
      assertThat(divided.separation()).isGreaterThanOrEqualTo(talk.divided().separation());
    }
  }

  @Test
  void isNotChangedByGarbage() {
    plainlyDivided = plain.divided();
    double[] wild = new double[SIZE];
    Arrays.fill(wild, 1);
    wild[7] = Double.NaN;
    unchanged("not numbers", turn -> VoiceVector.of(wild));
    unchanged("zeros", turn -> VoiceVector.of(new double[SIZE]));
    unchanged("too few", turn -> VoiceVector.of(1, 2, 3));
    unchanged("changing lengths", turn -> random(new Random(turn), SIZE + turn));
    unchanged("all equal", turn -> random(new Random(1), SIZE));
    unchanged("noise", turn -> random(new Random(turn), SIZE));
    unchanged("hardly any", turn -> turn < 5 ? voices(1).apply(turn) : Optional.empty());
    unchanged("one deviates", turn -> random(new Random(turn == 4 ? 1 : 2), SIZE));
    unchanged("none", turn -> Optional.empty());
  }

  private void unchanged(String what, IntFunction<Optional<VoiceVector>> voices) {
    assertThat(divided(plain, voices)).as(what).isEqualTo(plainlyDivided);
  }

  @Test
  void refusesWhatIsNoVector() {
    assertThat(VoiceVector.of()).isEmpty();
    assertThat(VoiceVector.of(new double[15])).isEmpty();
    assertThat(random(new Random(1), 1025)).isEmpty();
    double[] values = new double[16];
    values[3] = Double.POSITIVE_INFINITY;
    assertThat(VoiceVector.of(values)).isEmpty();
    values[3] = 1e300;
    assertThat(VoiceVector.of(values)).isEmpty();
    values[3] = -4;
    assertThat(VoiceVector.of(values).orElseThrow().at(3)).isEqualTo(-1);
  }

  /** Two speakers whose vectors have cosines of some .6 to their own and .2 to the other's. */
  private static IntFunction<Optional<VoiceVector>> voices(long seed) {
    Random random = new Random(seed);
    double[] common = gaussian(random, SIZE);
    double[][] own = {gaussian(random, SIZE), gaussian(random, SIZE)};
    return turn -> {
      double[] rest = gaussian(random, SIZE);
      double[] values = new double[SIZE];
      for (int d = 0; d < SIZE; d++) {
        values[d] =
            Math.sqrt(0.2) * common[d]
                + Math.sqrt(0.4) * own[turn % 2][d]
                + Math.sqrt(0.4) * rest[d];
      }
      return VoiceVector.of(values);
    };
  }

  private static Optional<VoiceVector> random(Random random, int size) {
    return VoiceVector.of(gaussian(random, size));
  }

  private static double[] gaussian(Random random, int size) {
    double[] values = new double[size];
    Arrays.setAll(values, d -> random.nextGaussian());
    return values;
  }

  /** With a vector for each turn. */
  private static Diarization divided(
      SyntheticTalk talk, IntFunction<Optional<VoiceVector>> voices) {
    PrintTrack track = talk.track();
    List<Word> words = talk.words();
    int from = 0;
    int turn = 0;
    for (int i = 1; i <= words.size(); i++) {
      boolean last = i == words.size();
      if (last || !talk.speakers().get(i).equals(talk.speakers().get(i - 1))) {
        long startMs = words.get(from).startMs();
        long endMs = words.get(i - 1).endMs();
        voices.apply(turn++).ifPresent(vector -> track.add(startMs, endMs, vector));
        from = i;
      }
    }
    return Diarizer.divide(words, track);
  }

  private static SyntheticTalk talk(long seed, Person one, Person other) {
    Random random = new Random(seed);
    SyntheticTalk talk = new SyntheticTalk(seed);
    for (int turn = 0; turn < 16; turn++) {
      talk.says(turn % 2, turn % 2 == 0 ? one : other, 4 + random.nextInt(9));
    }
    return talk;
  }
}
