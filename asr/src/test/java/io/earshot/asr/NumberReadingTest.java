package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberReadingTest {
  private final List<Word> track = new ArrayList<>();
  private long now;

  private void say(String words, double confidence) {
    for (String word : words.split(" ")) {
      track.add(new Word(word, now, now + 300, confidence));
      now += 350;
    }
  }

  private String found() {
    return String.join(" ", NumberReading.in(track, "en").stream().map(Word::text).toList());
  }

  @Test
  void findsANumberBetweenUnknownWords() {
    say("[unk] [unk]", 1);
    say("four two double five oh", 0.9);
    say("[unk]", 1);

    assertThat(found()).isEqualTo("four two double five oh");
  }

  @Test
  void bridgesOneUnknownDigitAndAPauseBetweenGroups() {
    say("four two one", 0.9);
    say("[unk]", 0.8);
    say("five oh", 0.9);
    now += 1500;
    say("nine nine", 0.9);

    assertThat(found()).isEqualTo("four two one five oh nine nine");
  }

  @Test
  void leavesSmallNumbersAndDoubtfulOnes() {
    say("two four", 1);
    now += 5000;
    say("one two three four five six", 0.4);
    now += 5000;
    say("one two three [unk] [unk] [unk] [unk] [unk] [unk] four five six", 1);

    assertThat(found()).isEmpty();
  }

  @Test
  void keepsOrderAndWordsWhateverIsHeard() {
    Random random = new Random(3);
    List<String> words = List.of("one", "two", "oh", "double", "[unk]", "hello");
    for (int i = 0; i < 5000; i++) {
      now += random.nextInt(10) == 0 ? 4000 : 0;
      say(words.get(random.nextInt(words.size())), random.nextDouble());
    }

    List<Word> found = NumberReading.in(track, "en");

    assertThat(track).containsSubsequence(found);
    assertThat(found).noneMatch(word -> word.text().equals("[unk]"));
    assertThat(NumberReading.in(track, "xx")).isEmpty();
  }

  @Test
  void findsNumbersThatAreReadInChinese() {
    say("[unk] 幺 三 八", 0.9);
    now += 900;
    say("零 零 一 三 八 两 九 [unk]", 0.9);

    assertThat(NumberReading.in(track, "zh").stream().map(Word::text))
        .containsExactly("幺", "三", "八", "零", "零", "一", "三", "八", "两", "九");
    assertThat(NumberReading.in(track, "fr")).isEmpty();
  }
}
