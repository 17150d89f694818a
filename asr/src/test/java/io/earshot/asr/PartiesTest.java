package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {

  @ParameterizedTest
  @CsvSource({
    "thank you for calling blue river how can i help you, hi i'm calling about my bill",
    "good morning my name is anna how may i assist you today, my card is lost",
    "may i have your name and account number please, sure it's tom",
    "okay is there anything else i can do for you, no that's all",
    "您好 请问 有什么 可以 帮 您, 我 想 查 一下 我的 订单",
    "感谢 您的 来电 请 稍等 我 为您 查询, 你们 怎么 还没 发货",
  })
  void hearsWhoTheAgentIs(String agent, String customer) {
    Parties first = Parties.of(List.of(), List.of(words(agent), words(customer)));
    assertThat(first.roles()).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(first.confidence()).isGreaterThan(0.7);
    Parties second = Parties.of(List.of(), List.of(words(customer), words(agent)));
    assertThat(second.roles()).containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
    assertThat(second.source()).isEqualTo(SpeakerSource.TRACKS);
  }

  @Test
  void takesTheFirstTrackForTheCustomerWhenNothingTells() {
    Parties parties = Parties.of(List.of(), List.of(words("hello"), words("yes hello")));
    assertThat(parties.roles()).containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
    assertThat(parties.confidence()).isEqualTo(0.5);
  }

  @Test
  void believesGivenRoles() {
    Parties parties =
        Parties.of(
            List.of(Speaker.AGENT, Speaker.CUSTOMER),
            List.of(words("i'm calling about my bill"), words("how can i help you")));
    assertThat(parties.roles()).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(parties.confidence()).isEqualTo(1);
  }

  @Test
  void swapsExpectedRolesOnStrongEvidenceAlone() {
    List<Speaker> expected = List.of(Speaker.CUSTOMER, Speaker.AGENT);
    List<Word> agent =
        words(
            "thank you for calling how can i help you may i have your name anything else i can do");
    List<Word> customer = words("hi i'm calling about my bill i have a problem");

    Parties swapped = Parties.expected(expected, List.of(agent, customer));
    assertThat(swapped.roles()).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(swapped.confidence()).isBetween(0.6, 0.99);
    Parties weak = Parties.expected(expected, List.of(words("one moment sir"), words("okay")));
    assertThat(weak.roles()).isEqualTo(expected);
    assertThat(weak.confidence()).isLessThan(0.9);
    Parties right = Parties.expected(expected, List.of(customer, agent));
    assertThat(right.roles()).isEqualTo(expected);
    assertThat(right.confidence()).isGreaterThan(0.98);
  }

  @Test
  void knowsNothingOfOneTrack() {
    Parties parties = Parties.of(List.of(), List.of(words("how can i help you")));
    assertThat(parties).isEqualTo(new Parties(List.of(Speaker.UNKNOWN), SpeakerSource.NONE, 0));
  }

  @Test
  void namesNobodyTwiceAndForgetsNobody() {
    assertThat(Parties.of(List.of(Speaker.AGENT), List.of(words("a"), words("b"))).roles())
        .containsExactly(Speaker.AGENT, Speaker.UNKNOWN);
    assertThat(Parties.of(List.of(), List.of(words("a"), words("b"), words("c"))).roles())
        .containsOnly(Speaker.UNKNOWN)
        .hasSize(3);
  }

  private static List<Word> words(String text) {
    return Words.at("0 " + text);
  }
}
