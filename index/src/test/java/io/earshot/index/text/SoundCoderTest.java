package io.earshot.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundCoderTest {
  private static final Map<Character, String> READINGS =
      Map.of('退', "tui", '款', "kuan", '推', "tui", '宽', "kuan", '女', "nv", '旅', "lv");

  private final WordBreaker breaker = new WordBreaker(UnaryOperator.identity());
  private final SoundCoder coder = new SoundCoder(SoundCoderTest::syllables);

  private static List<String> syllables(String text) {
    return text.chars().mapToObj(c -> READINGS.getOrDefault((char) c, "")).toList();
  }

  private List<String> codes(String text) {
    return coder.codes(text, breaker.tokens(text));
  }

  private boolean sounds(String wanted, String said) {
    List<String> codes = codes(said);
    return coder.rows(wanted, breaker.tokens(wanted)).stream()
        .anyMatch(row -> Collections.indexOfSubList(codes, row) >= 0);
  }

  @ParameterizedTest
  @CsvSource({
    "refund,refined,true",
    "refund,re fund,true",
    "refunds,reefunts,true",
    "invoice,in voice,true",
    "in voice,invoice,true",
    "checkout,check out,true",
    "acme,ack me,true",
    "Smith,Smyth,true",
    "Philip,Fillip,true",
    "three,tree,true",
    "cancel my order,cancer my order,false",
    "cancel the plan,counsel the plan,true",
    "refund,return,false",
    "refund,delivery,false",
    "退款,推宽,true",
    "退款,退 款,true",
    "女,旅,true",
    "退款,款退,false",
    "tuikuan,我要退款,true",
    "tui kuan,我要退款,true",
    "wi-fi 5,wifi 5,true",
    "model 5,model 6,false",
  })
  void hears(String wanted, String said, boolean alike) {
    assertThat(sounds(wanted, said)).isEqualTo(alike);
  }

  @ParameterizedTest
  @CsvSource({
    "zhi,zi",
    "chuang,cuan",
    "shang,san",
    "neng,len",
    "ling,lin",
    "long,long",
    "nve,lve",
    "er,er",
    "ang,an",
    "hong,hong",
    "xiong,xiong",
    "a,a"
  })
  void foldsWhatTelephonesConfuse(String syllable, String folded) {
    assertThat(Syllables.folded(syllable)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "tuikuan,tui kuan",
    "zhongguo,zhong guo",
    "yinhangka,yin hang ka",
    "refund,''",
    "x,''",
    "fangan,fang an"
  })
  void readsPinyin(String word, String syllables) {
    assertThat(String.join(" ", Syllables.of(word).orElse(List.of()))).isEqualTo(syllables);
  }

  @Test
  void aLongWordIsReadAtOnce() {
    assertThat(Syllables.of("xian".repeat(10) + "x")).isEmpty();
    assertThat(Syllables.of("a".repeat(10_000))).isEmpty();
  }

  @Test
  void numbersStandForThemselves() {
    assertThat(codes("order 4711")).hasSize(2).last().isEqualTo("4711");
  }

  @Test
  void readingsOfAnotherLengthAreNotUsed() {
    SoundCoder wrong = new SoundCoder(text -> List.of("a"));
    assertThat(wrong.codes("退款", breaker.tokens("退款"))).containsExactly("退", "款");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesEachTokenOneCodeWithoutSpaces(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String text = text(random);
      List<Token> tokens = breaker.tokens(text);
      assertThat(coder.codes(text, tokens))
          .hasSameSizeAs(tokens)
          .allSatisfy(code -> assertThat(code).isNotEmpty().doesNotContainAnyWhitespaces());
      if (!tokens.isEmpty()) {
        assertThat(coder.rows(text, tokens)).hasSizeBetween(1, 24).contains(codes(text));
      }
    }
  }

  private static String text(Random random) {
    List<String> pieces =
        List.of("a", "th", "wh", "x", "ü", "é", "退", "女", " ", "5", "'", "-", "я", "\ud842\udfb7");
    List<String> text = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.add(pieces.get(random.nextInt(pieces.size())));
    }
    return String.join("", text);
  }
}
