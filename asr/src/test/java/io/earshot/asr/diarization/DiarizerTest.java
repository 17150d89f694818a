package io.earshot.asr.diarization;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.diarization.SyntheticTalk.Person;
import io.earshot.conversation.Word;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiarizerTest {
  private static final Person LOW = new Person(105, 0.92, 6000);
  private static final Person HIGH = new Person(205, 1.12, 6000);
  private static final double PLAIN = 0.8;

  @ParameterizedTest
  @CsvSource({
    "a man and a woman, 105, 0.92, 205, 1.12",
    "two men, 100, 0.92, 128, 1.1",
    "two women, 190, 1.0, 225, 1.18",
    "two of one pitch, 150, 0.9, 150, 1.12",
  })
  void tellsTwoVoicesApart(
      String who, double pitch, double throat, double otherPitch, double otherThroat) {
    Person one = new Person(pitch, throat, 6000);
    Person other = new Person(otherPitch, otherThroat, 5000);
    SyntheticTalk talk = talk(1, one, other);
    Diarization divided = talk.divided();
    assertThat(divided.count()).isEqualTo(2);
    assertThat(talk.wrong(divided)).as(who).isLessThan(0.05);
    assertThat(divided.voices().get(0)).as("the first heard is the first").isZero();
  }

  @Test
  void tellsThemApartInAnyCall() {
    for (int seed = 0; seed < 6; seed++) {
      SyntheticTalk talk = talk(seed, LOW, HIGH);
      Diarization divided = talk.divided();
      assertThat(talk.wrong(divided)).as("seed %d", seed).isLessThan(0.08);
      assertThat(divided.separation()).as("seed %d", seed).isGreaterThan(PLAIN);
      assertThat(divided.voices()).hasSameSizeAs(talk.words());
      assertThat(divided.certainty())
          .hasSameSizeAs(talk.words())
          .allSatisfy(sure -> assertThat(sure).isBetween(0.5, 1.0));
    }
  }

  @Test
  void findsOneVoiceNotFarFromItself() {
    long near =
        LongStream.range(0, 8)
            .filter(seed -> talk(seed, LOW, LOW).divided().separation() < PLAIN)
            .count();
    // A minute of a voice that leaps more than people's do: one in eight may be taken for two.
    assertThat(near).isGreaterThanOrEqualTo(7);
  }

  @Test
  void comesToTheSameResultEveryTime() {
    SyntheticTalk talk = talk(5, LOW, HIGH);
    assertThat(talk.divided()).isEqualTo(talk.divided());
  }

  @Test
  void findsOneVoiceWhereTooLittleIsHeard() {
    PrintTrack nothing = new PrintTrack();
    assertThat(Diarizer.divide(List.of(), nothing).count()).isZero();
    List<Word> words = List.of(new Word("a", 0, 500, 1), new Word("b", 500, 900, 1));
    assertThat(Diarizer.divide(words, nothing).voices()).containsExactly(0, 0);
    SyntheticTalk brief = new SyntheticTalk(1).says(0, LOW, 2).says(1, HIGH, 2);
    assertThat(brief.divided().count()).isEqualTo(1);
  }

  @Test
  void survivesWordsWithoutSound() {
    SyntheticTalk talk = talk(3, LOW, HIGH);
    List<Word> words = new java.util.ArrayList<>(talk.words());
    long endMs = words.get(words.size() - 1).endMs();
    words.add(new Word("ghost", endMs + 60_000, endMs + 60_000, 0));
    words.add(new Word("ghost", endMs + 70_000, endMs + 71_000, 1));
    assertThat(Diarizer.divide(words, talk.track()).voices()).hasSameSizeAs(words);
  }

  private static SyntheticTalk talk(long seed, Person one, Person other) {
    Random random = new Random(seed);
    SyntheticTalk talk = new SyntheticTalk(seed);
    for (int turn = 0; turn < 12; turn++) {
      int speaker = turn % 2;
      talk.says(speaker, speaker == 0 ? one : other, 4 + random.nextInt(9));
    }
    return talk;
  }
}
