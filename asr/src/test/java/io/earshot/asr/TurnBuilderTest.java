package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnBuilderTest {
  private static final List<Speaker> ROLES = List.of(Speaker.CUSTOMER, Speaker.AGENT);

  @Test
  void splitsAtPauses() {
    assertThat(texts("en", Words.at("0 good morning 1300 how are you"), List.of()))
        .containsExactly("0 good morning", "0 how are you");
  }

  @Test
  void splitsWhereTheOtherPartyTakesOver() {
    assertThat(texts("en", Words.at("0 well 900 yes"), Words.at("300 right 500 okay")))
        .containsExactly("0 well", "1 right okay", "0 yes");
  }

  @Test
  void splitsAtEveryWordOfAnotherVoiceOnTheSameTrack() {
    List<Part> voices =
        List.of(
            Part.of(0, Words.at("0 well 410 so 620 then"), List.of()),
            Part.of(0, Words.at("205 yes"), List.of()));
    List<Turn> turns =
        new TurnBuilder(Duration.ofMillis(800), "en", TurnBuilder.Sounds.NONE).build(cast(voices));
    assertThat(turns).extracting(Turn::text).containsExactly("well", "yes", "so then");
    assertThat(turns)
        .extracting(Turn::speaker)
        .containsExactly(Speaker.CUSTOMER, Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(turns).allSatisfy(turn -> assertThat(turn.audioChannel()).isZero());
  }

  @Test
  void keepsOverlaps() {
    List<Turn> turns =
        build("en", Words.at("0 i would like to know"), Words.at("300 mhm 500 sure"));
    assertThat(turns).hasSize(2);
    assertThat(turns.get(1).startMs()).isLessThan(turns.get(0).endMs());
  }

  @Test
  void averagesConfidence() {
    List<Word> words = List.of(new Word("a", 0, 100, 1), new Word("b", 100, 200, 0.5));
    assertThat(build("en", words, List.of()).get(0).confidence()).isEqualTo(0.75);
  }

  @Test
  void isAsSureOfATurnAsOfItsWordsVoiceAndOfWhoseThatIs() {
    Part first = new Part(0, Words.at("0 well then 900 yes"), List.of(1.0, 0.6, 0.5), List.of());
    List<Turn> turns =
        new TurnBuilder(Duration.ofMillis(800), "en", TurnBuilder.Sounds.NONE)
            .build(cast(List.of(first, Part.of(0, Words.at("420 right"), List.of()))));
    assertThat(turns)
        .extracting(Turn::speakerConfidence)
        .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1)
        .containsExactly(0.9 * 0.8, 0.9, 0.9 * 0.5);
  }

  @Test
  void writesChineseWithoutSpaces() {
    assertThat(texts("zh", Words.at("0 您好 请问 iphone pro 多少 钱"), List.of()))
        .containsExactly("0 您好请问iphone pro多少钱");
  }

  @Test
  void writesPausesWithinAChineseTurnAsCommas() {
    assertThat(texts("zh", Words.at("0 您好 700 请问 900 多少 1200 钱 2500 谢谢"), List.of()))
        .containsExactly("0 您好，请问多少钱", "0 谢谢");
    assertThat(texts("zh", Words.at("0 号码 700 一 三 八 1700 零 零 2500 好"), List.of()))
        .as("numbers stay whole")
        .containsExactly("0 号码，一三八零零，好");
    assertThat(texts("en", Words.at("0 hello 700 there"), List.of()))
        .containsExactly("0 hello there");
  }

  @Test
  void keepsEveryWordOnceAndInOrder() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Word> first = words(random);
      List<Word> second = words(random);
      List<Turn> turns = build("en", first, second);
      for (int i = 0; i < turns.size(); i++) {
        assertThat(turns.get(i).index()).as("seed %d", seed).isEqualTo(i);
        assertThat(turns.get(i).startMs())
            .isGreaterThanOrEqualTo(i == 0 ? 0 : turns.get(i - 1).startMs());
      }
      assertThat(of(turns, 0)).isEqualTo(first);
      assertThat(of(turns, 1)).isEqualTo(second);
    }
  }

  private static List<Word> words(Random random) {
    List<Word> words = new ArrayList<>();
    long time = 0;
    for (int i = random.nextInt(60); i > 0; i--) {
      time += random.nextInt(4) == 0 ? random.nextInt(2000) : random.nextInt(60);
      long end = time + random.nextInt(400);
      words.add(new Word("w" + i, time, end, random.nextDouble()));
      time = end;
    }
    return words;
  }

  private static List<Word> of(List<Turn> turns, int track) {
    return turns.stream()
        .filter(turn -> turn.audioChannel() == track)
        .flatMap(turn -> turn.words().stream())
        .toList();
  }

  private static List<Turn> build(String language, List<Word> first, List<Word> second) {
    return new TurnBuilder(Duration.ofMillis(800), language, TurnBuilder.Sounds.NONE)
        .build(cast(List.of(Part.of(0, first, List.of()), Part.of(1, second, List.of()))));
  }

  private static Cast cast(List<Part> parts) {
    return new Cast(parts, new Parties(ROLES, SpeakerSource.TRACKS, 0.9));
  }

  private static List<String> texts(String language, List<Word> first, List<Word> second) {
    return build(language, first, second).stream()
        .map(turn -> turn.audioChannel() + " " + turn.text())
        .toList();
  }
}
