package io.earshot.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers as people say them and recognisers hear them: 4 % of the words wrong, 2 % lost. */
class SpokenNumbersTest {
  private static final int NUMBERS = 400;
  private static final double LEAST_RECALL = 0.95;
  private static final double MISHEARD = 0.04;
  private static final double LOST = 0.02;
  private static final String[] ENGLISH = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] CHINESE = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] HEARD = {
    "for", "to", "won", "ate", "tree", "sex", "lemon", "a", "the", "heaven", "find", "aid"
  };
  private static final String[] CHINESE_HEARD = {"要", "是", "酒", "吧", "起", "林", "无", "那个", "啊"};
  private static final String[] PAUSES = {"uh", "um", "and then", "okay"};

  private final Random random = new Random(5);

  @Test
  void cardsAndPhonesInEnglish() {
    assertThat(recall(16, ENGLISH, HEARD, "the number is ", " ")).isGreaterThan(LEAST_RECALL);
    assertThat(recall(10, ENGLISH, HEARD, "call me at ", " ")).isGreaterThan(LEAST_RECALL);
  }

  @Test
  void cardsAndPhonesInChinese() {
    assertThat(recall(19, CHINESE, CHINESE_HEARD, "卡号是", "")).isGreaterThan(LEAST_RECALL);
    assertThat(recall(11, CHINESE, CHINESE_HEARD, "您记一下", "")).isGreaterThan(LEAST_RECALL);
  }

  /** The share of numbers of which at most two digits stay. */
  private double recall(int digits, String[] words, String[] heard, String before, String space) {
    int found = 0;
    for (int i = 0; i < NUMBERS; i++) {
      String text = before + String.join(space, spoken(digits, words, heard));
      String left = masked(text).substring(before.length());
      long digitsLeft = List.of(words).stream().filter(left::contains).count();
      found += left.contains("[") && digitsLeft <= 2 ? 1 : 0;
    }
    return found / (double) NUMBERS;
  }

  private List<String> spoken(int digits, String[] words, String[] heard) {
    List<String> spoken = new ArrayList<>();
    for (int i = 0; i < digits; i++) {
      double chance = random.nextDouble();
      if (chance < MISHEARD) {
        spoken.add(heard[random.nextInt(heard.length)]);
      } else if (chance > MISHEARD + LOST) {
        spoken.add(words[random.nextInt(words.length)]);
      }
      if (words == ENGLISH && random.nextInt(10) == 0) {
        spoken.add(PAUSES[random.nextInt(PAUSES.length)]);
      }
    }
    return spoken;
  }

  private static String masked(String text) {
    return Redactors.shipped()
        .redact(Redactors.chat("c: " + text))
        .conversation()
        .turns()
        .get(0)
        .text();
  }
}
