package io.earshot.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.RandomText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  private final LanguageDetector detector = LanguageDetector.byScript();

  @ParameterizedTest
  @CsvSource({
    "我的APP打不开了, en, zh",
    "iPhone 15 Pro Max有货吗, en, zh",
    "where is my order, zh, en",
    "I ordered 小笼包 from your restaurant yesterday evening, zh, en",
    "ok, zh, zh",
    "ok, en, en",
    "12345, zh, zh",
    "'', zh-CN, zh",
    "привет как дела, zh, en",
  })
  void tellsChineseFromTheRest(String text, String around, String language) {
    assertThat(detector.detect(text, around)).isEqualTo(language);
  }

  @Test
  void readsChineseByTheWordsAround() {
    assertThat(ChineseText.syllables("去银行，行不行"))
        .containsExactly("qu", "yin", "hang", "", "xing", "bu", "xing");
    assertThat(ChineseText.syllables("重新测长度 ok"))
        .containsExactly("chong", "xin", "ce", "chang", "du", "", "", "");
    assertThat(ChineseText.syllables("女")).containsExactly("nv");
    assertThat(ChineseText.syllables("refund")).isEmpty();
    assertThat(ChineseText.syllables("\ud842\udfb7退")).hasSize(3);
  }

  @Test
  void tellsTheMainLanguage() {
    assertThat(detector.main(List.of("hello", "我要退货", "退款什么时候到"), "")).isEqualTo("zh");
    assertThat(detector.main(List.of(), "zh")).isEqualTo("zh");
    assertThat(detector.main(List.of("", "!"), "")).isEqualTo("en");
  }

  @Test
  void foldsTraditionalToSimplifiedOneToOne() {
    assertThat(ChineseText.simplified("訂單什麼時候發貨，謝謝")).isEqualTo("订单什么时候发货，谢谢");
    String plain = "already simple 退款";
    assertThat(ChineseText.simplified(plain)).isSameAs(plain);
  }

  @Test
  void keepsTheLengthOfAnyText() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      String text = RandomText.of(random, random.nextInt(200));
      assertThat(ChineseText.simplified(text)).hasSameSizeAs(text);
      assertThat(Boilerplate.blanked(text)).hasSameSizeAs(text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我要退[数字x]元 | 我要退元",
        "咨询订单号:[订单x] 订单金额:[金额x] 下单时间:[日期x] 什么时候发货 | 什么时候发货",
        "call <NAME> at {{number}} please | call at please",
        "see https://example.com/a?b=c for more | see for more",
        "订单编号：8820471，怎么还没到 | ，怎么还没到",
      })
  void blanksWhatNobodySaid(String text, String left) {
    assertThat(Boilerplate.blanked(text).strip().replaceAll("\\s+", " ").replace("退 元", "退元"))
        .isEqualTo(left);
  }

  @Test
  void cutsSentencesWithTheirPlaces() {
    String text = "Hello. My order is late! It cost $3.50 and   I want it now?";
    List<Span> sentences = Sentences.of(text, "en", 10);

    assertThat(sentences.stream().map(span -> span.of(text)))
        .containsExactly("Hello.", "My order is late!", "It cost $3.50 and   I want it now?");
  }

  @Test
  void cutsSpeechWithoutStops() {
    String text = "and then i told him ".repeat(40);

    assertThat(Sentences.of(text, "en", 50)).allMatch(span -> span.length() <= 200);
    assertThat(Sentences.of(text, "en", 3)).hasSize(3);
  }
}
