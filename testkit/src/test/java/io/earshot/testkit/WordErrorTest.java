package io.earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, how are you?  | hello how are you  | 0 | 4",
        "I can't come         | i can't calm       | 1 | 3",
        "one two three        | one three          | 1 | 3",
        "one two              | one and two        | 1 | 2",
        "one two              | ''                 | 2 | 2",
        "''                   | hello              | 1 | 0",
        "我要退款，谢谢       | 我要推款谢         | 2 | 6",
        "我的 VIP 卡          | 我的vip卡          | 0 | 4"
      })
  void countsWordsThatDiffer(String spoken, String recognised, int errors, int words) {
    assertThat(WordError.between(spoken, recognised)).isEqualTo(new WordError(errors, words));
  }

  @Test
  void addsUp() {
    WordError both = new WordError(1, 3).plus(new WordError(2, 7));
    assertThat(both.rate()).isCloseTo(0.3, within(1e-9));
  }
}
