package io.earshot.asr.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.conversation.EarshotException;
import java.util.List;
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

  @Test
  void readsVectorsOfEnoughSpeech() {
    String values = "3, 4" + ", 0".repeat(14);
    VoiceVector vector = VoskResults.voice(spoken(values, "120")).orElseThrow();
    assertThat(vector.size()).isEqualTo(16);
    assertThat(vector.at(0)).isCloseTo(0.6, within(1e-6));
    assertThat(vector.at(1)).isCloseTo(0.8, within(1e-6));
    assertThat(VoskResults.voice(spoken(values, "99"))).isEmpty();
    assertThat(VoskResults.voice(spoken(values, "\"many\""))).isEmpty();
  }

  @Test
  void takesNothingElseForAVector() {
    assertThat(VoskResults.voice(null)).isEmpty();
    assertThat(VoskResults.voice("{\"text\":\"a\"}")).isEmpty();
    assertThat(VoskResults.voice("{\"spk\":7,\"spk_frames\":200}")).isEmpty();
    assertThat(VoskResults.voice(spoken("", "200"))).isEmpty();
    assertThat(VoskResults.voice(spoken("1, 2, 3", "200"))).isEmpty();
    assertThat(VoskResults.voice(spoken("0" + ", 0".repeat(127), "200"))).isEmpty();
    assertThat(VoskResults.voice(spoken("\"1\"" + ", 1".repeat(127), "200"))).isEmpty();
    assertThat(VoskResults.voice(spoken("null" + ", 1".repeat(127), "200"))).isEmpty();
    assertThat(VoskResults.voice(spoken("1e999" + ", 1".repeat(127), "200"))).isEmpty();
    assertThat(VoskResults.voice(spoken("1" + ", 1".repeat(100_000), "200"))).isEmpty();
  }

  private static String spoken(String values, String frames) {
    return "{\"spk\": [%s], \"spk_frames\": %s, \"text\": \"a\"}".formatted(values, frames);
  }

  @Test
  void readsHypotheses() {
    String json =
        """
        {"alternatives": [
          {"confidence": 212.5, "text": "an account",
           "result": [{"word": "an", "start": 10.1, "end": 10.2},
                      {"word": "account", "start": 10.2, "end": 10.8}]},
          {"confidence": 1.0, "text": ""},
          {"confidence": 211.9, "text": "accountant",
           "result": [{"word": "accountant", "start": 10.1, "end": 10.8}]}]}
        """;
    List<List<HeardWord>> hypotheses = VoskResults.hypotheses(json, 10);
    assertThat(hypotheses).hasSize(2);
    assertThat(hypotheses.get(0)).extracting(HeardWord::text).containsExactly("an", "account");
    assertThat(hypotheses.get(1).get(0).endSeconds()).isCloseTo(0.8, within(1e-6));
    assertThat(VoskResults.hypotheses("{\"text\": \"\"}", 0)).isEmpty();
  }
}
