package io.earshot.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordBreakerTest {
  private final WordBreaker breaker = new WordBreaker(text -> text.replace('單', '单'));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "Refunds were refunded => refunds were refunded => refund were refund",
        "the customer's policies => the customer's policies => the customer policy",
        "the customer’s police => the customer's police => the customer police",
        "退款單 => 退 款 单 => 退 款 单",
        "ＡＢＣ手机 => abc 手 机 => abc 手 机",
        "Café naïve => cafe naive => cafe naive",
        "order 12,345.60! => order 12,345.60 => order 12,345.60",
        "I don't know => i don't know => i don't know",
        "?!… => => ",
      })
  void breaksAndFolds(String text, String exact, String stems) {
    List<Token> tokens = breaker.tokens(text);
    assertThat(String.join(" ", tokens.stream().map(Token::exact).toList()))
        .isEqualTo(exact == null ? "" : exact);
    assertThat(String.join(" ", tokens.stream().map(Token::stem).toList()))
        .isEqualTo(stems == null ? "" : stems);
  }

  @Test
  void pointsAtTheOriginalCharacters() {
    String text = "  我的退款單，ＡＢＣ’s ok";
    List<String> originals =
        breaker.tokens(text).stream()
            .map(token -> text.substring(token.start(), token.end()))
            .toList();
    assertThat(originals).containsExactly("我", "的", "退", "款", "單", "ＡＢＣ’s", "ok");
  }

  @Test
  void doesWithoutAFoldThatChangesTheLength() {
    WordBreaker wrong = new WordBreaker(text -> text + "more");
    assertThat(wrong.tokens("one two")).extracting(Token::exact).containsExactly("one", "two");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void keepsItsPromisesOnAnyText(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String text = randomText(random);
      int last = 0;
      for (Token token : breaker.tokens(text)) {
        assertThat(token.start()).isGreaterThanOrEqualTo(last).isLessThan(token.end());
        assertThat(token.end()).isLessThanOrEqualTo(text.length());
        assertThat(token.exact()).isNotEmpty().doesNotContainAnyWhitespaces();
        assertThat(token.stem()).isNotEmpty().doesNotContainAnyWhitespaces();
        last = token.end();
      }
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) ('a' + random.nextInt(26)));
        case 1 -> text.append((char) ('\u4e00' + random.nextInt(20000)));
        case 2 -> text.append(' ');
        case 3 -> text.append((char) ('\uff00' + random.nextInt(240)));
        case 4 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT));
        default -> text.append((char) random.nextInt(0x3000));
      }
    }
    return text.toString();
  }
}
