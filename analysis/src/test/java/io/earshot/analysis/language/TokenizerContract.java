package io.earshot.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.RandomText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every tokenizer promises. */
abstract class TokenizerContract {
  abstract Tokenizer tokenizer();

  /** The words of a text that can tell what it is about. */
  final List<String> telling(String text) {
    return tokenizer().tokenize(text).stream().filter(Token::telling).map(Token::word).toList();
  }

  @Test
  void keepsToTheTextWhateverItIs() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      String text = RandomText.of(random, random.nextInt(400));
      int last = 0;
      for (Token token : tokenizer().tokenize(text)) {
        assertThat(token.start()).isGreaterThanOrEqualTo(last);
        assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
        assertThat(token.word()).isNotBlank();
        last = token.end();
      }
    }
  }

  @Test
  void takesAHugeText() {
    assertThat(tokenizer().tokenize("退款refund".repeat(20_000))).isNotEmpty();
  }

  @Test
  void ratesRarityFromZeroToOne() {
    for (String word : List.of("的", "退款", "the", "refund", "zzzzzzzzzzzzzzzzzzzzzzz")) {
      assertThat(tokenizer().rarity(word)).isBetween(0.0, 1.0);
    }
  }
}
