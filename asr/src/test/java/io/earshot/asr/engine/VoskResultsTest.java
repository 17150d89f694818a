package io.earshot.asr.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import org.junit.jupiter.api.Test;

class VoskResultsTest {

  @Test
  void readsWords() {
    String json =
        """
        {"result":[{"conf":0.9,"start":0.5,"end":1.25,"word":"你好"},
                   {"conf":1.2,"start":2,"end":1,"word":" a "},{"word":""}],"text":"x"}
        """;
    assertThat(VoskResults.words(json, 0))
        .containsExactly(new HeardWord("你好", 0.5, 1.25, 0.9), new HeardWord("a", 2, 2, 1));
  }

  @Test
  void countsFromTheFirstSampleGiven() {
    assertThat(
            VoskResults.words(
                "{\"result\":[{\"word\":\"a\",\"start\":7.5,\"end\":8,\"conf\":1}]}", 7))
        .containsExactly(new HeardWord("a", 0.5, 1, 1));
  }

  @Test
  void hearsNothingInAnEmptyResult() {
    assertThat(VoskResults.words("{\"text\":\"\"}", 0)).isEmpty();
    assertThat(VoskResults.words(null, 0)).isEmpty();
  }

  @Test
  void doesNotShowWhatItCannotRead() {
    assertThatThrownBy(() -> VoskResults.words("{\"text\":\"secret", 0))
        .isInstanceOf(EarshotException.class)
        .hasMessageNotContaining("secret");
  }
}
