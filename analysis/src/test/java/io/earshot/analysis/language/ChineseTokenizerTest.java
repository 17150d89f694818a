package io.earshot.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChineseTokenizerTest extends TokenizerContract {
  @Override
  Tokenizer tokenizer() {
    return Tokenizer.of("zh");
  }

  @Test
  void findsTheWordsOfAServiceDesk() {
    assertThat(telling("你好，我想申请价格保护，电子发票也没收到")).contains("价格保护", "电子发票");
    assertThat(telling("好的谢谢，麻烦你了")).isEmpty();
  }

  @Test
  void readsTraditionalAsSimplifiedAtTheSamePlace() {
    String text = "我要退貨，發票呢";
    List<Token> tokens = tokenizer().tokenize(text);

    assertThat(tokens)
        .anyMatch(
            token ->
                token.word().equals("发票")
                    && text.substring(token.start(), token.end()).equals("發票"));
  }

  @Test
  void knowsRareWordsFromCommonOnes() {
    assertThat(tokenizer().rarity("运费险")).isGreaterThan(tokenizer().rarity("问题"));
  }
}
