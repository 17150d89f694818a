package io.earshot.analysis.talk;

import static io.earshot.conversation.Speaker.AGENT;
import static io.earshot.conversation.Speaker.CUSTOMER;
import static io.earshot.conversation.Speaker.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.earshot.analysis.Chats;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TalkMeterTest {
  private final TalkMeter meter =
      new TalkMeter(Duration.ofSeconds(3), Duration.ofMinutes(2), Duration.ofMillis(500));

  @Test
  void measuresACall() {
    Talk talk =
        meter.measure(
            Chats.call(
                20_000,
                Chats.spoken(0, AGENT, 0, 2_000, "hello how can I help"),
                Chats.spoken(1, CUSTOMER, 2_500, 6_500, "my parcel is not here yet today"),
                Chats.spoken(2, AGENT, 6_000, 8_000, "let me see"),
                Chats.spoken(3, AGENT, 13_000, 15_000, "found it")),
            "en");
    TalkMetrics metrics = talk.metrics();

    assertThat(metrics.agentShare()).isCloseTo(6.0 / 20, within(1e-9));
    assertThat(metrics.customerShare()).isCloseTo(4.0 / 20, within(1e-9));
    assertThat(metrics.silenceShare()).isCloseTo(10.5 / 20, within(1e-9));
    assertThat(metrics.longestSilenceMs()).isEqualTo(5_000);
    assertThat(metrics.overlaps()).isEqualTo(1);
    assertThat(metrics.overlapMs()).isEqualTo(500);
    assertThat(metrics.customerRate()).isCloseTo(7 * 15, within(1e-9));
    assertThat(metrics.firstResponseMs()).isZero();
    assertThat(talk.findings()).hasSize(3);
    assertThat(talk.findings().get(0).kind()).isEqualTo(Finding.SILENCE);
    assertThat(talk.findings().get(0).turn()).isEqualTo(2);
    assertThat(talk.findings().get(0).figures())
        .containsEntry("duration_ms", 5_000.0)
        .containsEntry("start_ms", 8_000.0);
    assertThat(talk.findings().get(2).kind()).isEqualTo(Finding.OVERLAP);
    assertThat(talk.findings().get(2).turn()).isEqualTo(2);
  }

  @Test
  void hearsWhoWasCutOffOnASingleTrack() {
    List<Turn> turns =
        List.of(
            said(0, CUSTOMER, 0, 2_000, "i called you because"),
            said(1, AGENT, 2_050, 3_000, "your parcel is late"),
            said(2, CUSTOMER, 3_100, 4_000, "that is what i heard"),
            said(3, AGENT, 4_050, 5_000, "i am sorry for the"),
            said(4, CUSTOMER, 5_600, 6_000, "and what now please"),
            said(5, AGENT, 6_100, 7_000, "we will look for it and"),
            said(6, CUSTOMER, 7_050, 7_300, "okay"),
            said(7, AGENT, 7_350, 8_000, "我查一下但是"),
            said(8, CUSTOMER, 8_050, 9_000, "我 等 很久 了").withSpeakerConfidence(0.4));
    Conversation mixed =
        Chats.call(9_000).withTranscript("en", 9_000, SpeakerSource.DIARIZATION, 0.8, turns);
    Talk talk = meter.measure(mixed, "en");
    assertThat(talk.findings())
        .extracting(Finding::kind, Finding::name, Finding::turn)
        .containsExactly(tuple(Finding.OVERLAP, "agent", 1), tuple(Finding.OVERLAP, "customer", 8));
    assertThat(talk.findings().get(0).confidence()).isBetween(0.3, 0.6);
    assertThat(talk.findings().get(1).confidence())
        .as("it is half as sure who said that")
        .isCloseTo(talk.findings().get(0).confidence() / 2, within(1e-9));
    assertThat(talk.metrics().overlaps()).isEqualTo(2);
    assertThat(talk.metrics().overlapMs()).isZero();
  }

  private static Turn said(int index, Speaker speaker, long startMs, long endMs, String text) {
    List<Word> words =
        Stream.of(text.split(" ")).map(word -> new Word(word, startMs, endMs, 0.9)).toList();
    return new Turn(index, speaker, 0, startMs, endMs, text, 0.9, words);
  }

  @Test
  void countsChineseSpeechInCharacters() {
    Talk talk = meter.measure(Chats.call(6_000, Chats.spoken(0, AGENT, 0, 6_000, "您好，请讲")), "zh");

    assertThat(talk.metrics().agentRate()).isCloseTo(40, within(1e-9));
  }

  @Test
  void knowsNoSharesOfAnUnknownSpeaker() {
    Talk talk = meter.measure(Chats.call(4_000, Chats.spoken(0, UNKNOWN, 0, 4_000, "a b")), "en");

    assertThat(talk.metrics().agentShare()).isZero();
    assertThat(talk.metrics().silenceShare()).isZero();
    assertThat(talk.findings()).isEmpty();
  }

  @Test
  void measuresAnUntimedChatByCharacters() {
    Talk talk = meter.measure(Chats.chat("customer: abc", "agent: abcdefghi"), "en");

    assertThat(talk.metrics().agentShare()).isCloseTo(0.75, within(1e-9));
    assertThat(talk.metrics().customerShare()).isCloseTo(0.25, within(1e-9));
    assertThat(talk.metrics().firstResponseMs()).isZero();
    assertThat(talk.findings()).isEmpty();
  }

  @Test
  void findsTheWaitsOfATimedChat() {
    List<Turn> turns =
        List.of(
            Turn.written(0, CUSTOMER, 0, "hello"),
            Turn.written(1, AGENT, 150_000, "hi"),
            Turn.written(2, CUSTOMER, 160_000, "my order"));
    Talk talk = meter.measure(Chats.of(Channel.CHAT, true, 160_000, turns), "en");

    assertThat(talk.metrics().firstResponseMs()).isEqualTo(150_000);
    assertThat(talk.metrics().silenceShare()).isZero();
    assertThat(talk.findings()).hasSize(1);
    assertThat(talk.findings().get(0).figures()).containsEntry("duration_ms", 150_000.0);
  }

  @Test
  void takesTurnsInAnyDisorder() {
    Talk talk =
        meter.measure(
            Chats.call(
                0,
                Chats.spoken(0, AGENT, 5_000, 4_000, ""),
                Chats.spoken(1, CUSTOMER, 0, 9_000, "a"),
                Chats.spoken(2, AGENT, 1_000, 1_000, "b")),
            "en");

    assertThat(talk.metrics().silenceShare()).isBetween(0.0, 1.0);
  }
}
