package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.diarization.PrintTrack;
import io.earshot.asr.diarization.SyntheticTalk;
import io.earshot.asr.diarization.SyntheticTalk.Person;
import io.earshot.asr.voice.VoiceTrack;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastTest {
  private static final Person LOW = new Person(105, 0.92, 6000);
  private static final Person HIGH = new Person(205, 1.12, 6000);
  private static final SpeechQueue.Track SILENCE =
      new SpeechQueue.Track(List.of(), List.of(), new VoiceTrack(), new PrintTrack());

  @ParameterizedTest
  @CsvSource({
    "thank you for calling blue river how can i help you, hi i'm calling about my bill",
    "hi i'd like to return a lamp that i bought, sure would you like a refund or another lamp",
    "您好 请问 有什么 可以 帮 您, 我 想 查 一下 我的 订单",
  })
  void namesTheVoicesOfOneTrack(String first, String second) {
    SyntheticTalk talk = talk(first, second);
    Cast cast = Cast.of(List.of(), List.of(track(talk)));
    assertThat(cast.parts()).hasSize(2);
    assertThat(cast.parties().source()).isEqualTo(SpeakerSource.DIARIZATION);
    assertThat(cast.confidence()).isBetween(0.6, 1.0);
    boolean agentFirst = PartyCues.agentVotes(first) > 0 || first.startsWith("您好");
    assertThat(cast.parties().roles().get(0))
        .isEqualTo(agentFirst ? Speaker.AGENT : Speaker.CUSTOMER);
    assertThat(cast.parties().roles()).containsExactlyInAnyOrder(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(cast.parts()).allSatisfy(part -> assertThat(part.track()).isZero());
    assertThat(cast.parts().get(0).words().size() + cast.parts().get(1).words().size())
        .isEqualTo(talk.words().size());
  }

  @Test
  void leavesASingleSpeakerUnnamed() {
    SyntheticTalk talk = new SyntheticTalk(4);
    for (int turn = 0; turn < 8; turn++) {
      talk.says(0, LOW, 8);
    }
    Cast cast = Cast.of(List.of(), List.of(track(talk)));
    assertThat(cast.parts()).hasSize(1);
    assertThat(cast.parties())
        .isEqualTo(new Parties(List.of(Speaker.UNKNOWN), SpeakerSource.NONE, 0));
  }

  @Test
  void leavesATrackWholeThatIsNotToBeDivided() {
    SyntheticTalk talk = talk("how can i help you", "i'm calling about my bill");
    Cast cast = Cast.of(List.of(), true, List.of(track(talk)), false);
    assertThat(cast.parts()).hasSize(1);
    assertThat(cast.parties())
        .isEqualTo(new Parties(List.of(Speaker.UNKNOWN), SpeakerSource.NONE, 0));
  }

  @Test
  void listensToTheOnlyTrackThatIsNotSilent() {
    SyntheticTalk talk = talk("how can i help you", "i'm calling about my bill");
    Cast cast = Cast.of(List.of(), List.of(SILENCE, track(talk)));
    assertThat(cast.parts()).hasSize(2).allSatisfy(part -> assertThat(part.track()).isOne());
  }

  @Test
  void believesARoleThatIsGivenForTheTrack() {
    SyntheticTalk talk = talk("how can i help you", "i'm calling about my bill");
    Cast cast = Cast.of(List.of(Speaker.CUSTOMER), List.of(track(talk)));
    assertThat(cast.parties().roles()).containsExactly(Speaker.CUSTOMER);
    assertThat(cast.parties().source()).isEqualTo(SpeakerSource.TRACKS);
    List<Speaker> both = List.of(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(Cast.of(both, List.of(track(talk))).parties().source())
        .as("roles for two tracks say nothing of one")
        .isEqualTo(SpeakerSource.DIARIZATION);
    assertThat(Cast.of(both, List.of(SILENCE, track(talk))).parties().source())
        .isEqualTo(SpeakerSource.TRACKS);
  }

  @Test
  void putsASecondAgentBesideTheFirst() {
    Person second = new Person(185, 1.0, 4000);
    SyntheticTalk talk =
        talk("thank you for calling how can i help you", "hi i'm calling about my bill")
            .says(2, second, "hello how may i assist you today i can certainly help you")
            .says(1, HIGH, 7)
            .says(2, second, "let me look that up for you one moment please")
            .says(1, HIGH, 6)
            .says(2, second, "is there anything else i can help you with");
    Cast cast = Cast.of(List.of(), List.of(track(talk)));
    double wrong = 0;
    for (int i = 0; i < talk.words().size(); i++) {
      Speaker truth = talk.speakers().get(i) == 1 ? Speaker.CUSTOMER : Speaker.AGENT;
      int part = cast.parts().get(0).words().contains(talk.words().get(i)) ? 0 : 1;
      wrong += cast.parties().roles().get(part) == truth ? 0 : 1;
    }
    assertThat(wrong / talk.words().size()).isLessThan(0.1);
    assertThat(cast.confidence()).isLessThan(0.85);
  }

  @Test
  void givesDigitsToWhoReadsThem() {
    SyntheticTalk talk = talk("how can i help you today please", "my number is one two three four");
    Word one = talk.words().get(10);
    Word digit = new Word("one", one.startMs() + 5, one.endMs(), 0.9);
    SpeechQueue.Track track = track(talk);
    Cast cast =
        Cast.of(
            List.of(),
            List.of(
                new SpeechQueue.Track(
                    track.words(), List.of(digit), track.voice(), track.prints())));
    assertThat(cast.parts().get(0).digits()).isEmpty();
    assertThat(cast.parts().get(1).digits()).containsExactly(digit);
  }

  private static SyntheticTalk talk(String first, String second) {
    SyntheticTalk talk = new SyntheticTalk(7).says(0, LOW, first).says(1, HIGH, second);
    for (int turn = 0; turn < 4; turn++) {
      talk.says(0, LOW, 7).says(1, HIGH, 6);
    }
    return talk;
  }

  private static SpeechQueue.Track track(SyntheticTalk talk) {
    return new SpeechQueue.Track(talk.words(), List.of(), new VoiceTrack(), talk.track());
  }
}
