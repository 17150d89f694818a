package io.earshot.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  private static final List<Turn> TURNS =
      List.of(
          new Turn(0, Speaker.AGENT, 0, 1_500, 3_723_004, "a < b", 1, List.of()),
          Turn.written(1, Speaker.CUSTOMER, 4_000, "您好"));

  @Test
  void writesText() {
    assertThat(Captions.TEXT.write(TURNS).lines())
        .containsExactly("   0:01  agent     a < b", "   0:04  customer  您好");
  }

  @Test
  void writesWebVtt() {
    assertThat(Captions.VTT.write(TURNS))
        .startsWith("WEBVTT\n\n00:00:01.500 --> 01:02:03.004\n<v Agent>a &lt; b\n");
  }

  @Test
  void writesSubRip() {
    assertThat(Captions.SRT.write(TURNS))
        .startsWith("1\n00:00:01,500 --> 01:02:03,004\nAgent: a < b\n\n2\n");
  }

  @Test
  void writesCtm() {
    Word word = new Word("hello there", 1_500, 2_250, 0.87654);
    Turn heard = new Turn(0, Speaker.AGENT, 1, 1_500, 2_250, "hello there", 1, List.of(word, word));

    assertThat(Captions.CTM.write(List.of(heard, TURNS.get(1)), "my call.wav").lines())
        .hasSize(2)
        .first()
        .isEqualTo("my_call.wav 2 1.500 0.750 hello_there 0.877");
  }

  @Test
  void writesRttm() {
    assertThat(Captions.RTTM.write(TURNS, "a").lines())
        .containsExactly("SPEAKER a 1 1.500 3721.504 <NA> <NA> agent <NA> <NA>");
  }
}
