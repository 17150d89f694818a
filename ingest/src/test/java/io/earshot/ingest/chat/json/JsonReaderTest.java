package io.earshot.ingest.chat.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Reading;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReaderTest {
  private static final String CHAT =
      """
      {"Version": "2019-08-26", "ContactId": "c-1",
       "Participants": [{"ParticipantId": "p1"}],
       "Transcript": [
        {"AbsoluteTime": "2026-03-04T09:00:02.500Z", "Content": "hello", "ContentType": "text/plain",
         "DisplayName": "Hannah", "ParticipantId": "p1", "ParticipantRole": "CUSTOMER", "Type": "MESSAGE"},
        {"AbsoluteTime": "2026-03-04T09:00:00.000Z", "ContentType": "application/vnd.amazonaws.connect.event.participant.joined",
         "ParticipantRole": "AGENT", "Type": "EVENT"},
        {"AbsoluteTime": "2026-03-04T09:00:01.000Z", "Content": "welcome", "ContentType": "text/plain",
         "DisplayName": "SYSTEM_MESSAGE", "ParticipantRole": "SYSTEM", "Type": "MESSAGE"},
        {"AbsoluteTime": "2026-03-04T09:00:09.000Z", "Content": "how can I help?", "ContentType": "text/markdown",
         "DisplayName": "Agent", "ParticipantRole": "AGENT", "Type": "MESSAGE"},
        {"AbsoluteTime": "2026-03-04T09:00:10.000Z", "Content": "{}", "ContentType": "application/json",
         "ParticipantRole": "AGENT", "Type": "MESSAGE"},
        {"AbsoluteTime": "2026-03-04T09:00:11.000Z", "Attachments": [{}], "Type": "ATTACHMENT"}]}
      """;

  private static final String CALL =
      """
      {"Version": "1.1.0", "AccountId": "a", "Channel": "VOICE", "LanguageCode": "en-US",
       "CustomerMetadata": {"ContactId": "c-2"},
       "Participants": [{"ParticipantId": "AGENT", "ParticipantRole": "AGENT"},
                        {"ParticipantId": "x9", "ParticipantRole": "CUSTOMER"}],
       "ConversationCharacteristics": {"TotalConversationDurationMillis": 9500},
       "Transcript": [
        {"Id": "1", "ParticipantId": "x9", "BeginOffsetMillis": 2000, "EndOffsetMillis": 4100, "Content": "it is broken", "Sentiment": "NEGATIVE"},
        {"Id": "0", "ParticipantId": "AGENT", "BeginOffsetMillis": 0, "EndOffsetMillis": 2500, "Content": "good morning"}]}
      """;

  @TempDir Path folder;

  private Reading read(String name, String text) {
    return Reading.of(folder, name, text);
  }

  private static String oneLine(String json) {
    return json.replace("\n", " ") + "\n";
  }

  @Test
  void readsAChat() {
    Reading reading = read("chat.json", CHAT);

    assertThat(reading.turns())
        .containsExactly(
            "system@0: welcome", "customer@1500: hello", "agent@8000: how can I help?");
    Transcript transcript = reading.only();
    assertThat(transcript.startedAt()).contains(Instant.parse("2026-03-04T09:00:01Z"));
    assertThat(transcript.channel()).isEqualTo(Channel.CHAT);
    assertThat(transcript.timed()).isTrue();
    assertThat(transcript.durationMs()).isEqualTo(8_000);
    assertThat(transcript.session()).isEmpty();
    assertThat(transcript.attributes())
        .containsEntry("customer", "Hannah")
        .containsEntry("call_id", "c-1")
        .doesNotContainKey("agent");
  }

  @Test
  void readsTheAnalysisOfACall() {
    Reading reading = read("analysis.json", CALL);

    assertThat(reading.turns())
        .containsExactly("agent@0: good morning", "customer@2000: it is broken");
    Transcript transcript = reading.only();
    assertThat(transcript.channel()).isEqualTo(Channel.CALL);
    assertThat(transcript.turns().get(1).endMs()).isEqualTo(4_100);
    assertThat(transcript.durationMs()).isEqualTo(9_500);
    assertThat(transcript.language()).isEqualTo("en");
    assertThat(transcript.startedAt()).isEmpty();
    assertThat(transcript.attributes()).containsEntry("call_id", "c-2");
  }

  @Test
  void readsItsOwnTranscripts() {
    Reading reading =
        read(
            "own.json",
            """
            {"source":"x.wav","language":"en","audio_ms":5000,"turns":[
             {"speaker":"agent","channel":1,"start_ms":100,"end_ms":900,"text":"hi","confidence":0.5,
              "words":[{"word":"hi","start_ms":100,"end_ms":900,"confidence":0.5}]},
             {"speaker":"customer","channel":0,"start_ms":1000,"end_ms":1200,"text":"yes"}]}
            """);

    assertThat(reading.turns()).containsExactly("agent@100: hi", "customer@1000: yes");
    assertThat(reading.only().channel()).isEqualTo(Channel.CALL);
    assertThat(reading.only().turns().get(0).words()).hasSize(1);
    assertThat(reading.only().turns().get(0).audioChannel()).isEqualTo(1);
    assertThat(reading.only().turns().get(0).confidence()).isEqualTo(0.5);
  }

  @Test
  void readsArraysAndLines() {
    String array = "[" + CHAT + "," + CALL + "]";
    String lines = oneLine(CHAT) + "\n" + oneLine(CALL);
    String concatenated = CHAT + CALL;

    for (Reading reading :
        new Reading[] {
          read("a.json", array),
          read("b.jsonl", lines),
          read("c.json", lines),
          read("d.json", concatenated),
          read("e.txt", array)
        }) {
      assertThat(reading.transcripts).extracting(Transcript::session).containsExactly("c-1", "c-2");
      assertThat(reading.refusals).isEmpty();
    }
  }

  @Test
  void oneBadLineDoesNotLoseTheOthers() {
    Reading reading =
        read("b.jsonl", oneLine(CHAT) + "{\"Transcript\": [\n" + "{\"a\": 1}\n" + oneLine(CALL));

    assertThat(reading.transcripts).hasSize(2);
    assertThat(reading.refusals)
        .extracting(TranscriptSink.Refusal::place)
        .containsExactly("line 2", "line 3");
    assertThat(reading.refusals.get(0).content()).isEqualTo("{\"Transcript\": [");
  }

  @Test
  void oneBadElementDoesNotLoseTheOthers() {
    Reading reading = read("a.json", "[" + CHAT + ", 17, {\"Transcript\": []}, " + CALL + "]");

    assertThat(reading.transcripts).hasSize(2);
    assertThat(reading.refusals)
        .extracting(TranscriptSink.Refusal::place)
        .containsExactly("element 2", "element 3");
  }

  @Test
  void saysWhereAFileIsCutOffWithoutQuotingIt() {
    assertThatThrownBy(() -> read("chat.json", CHAT.substring(0, CHAT.indexOf("how can"))))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining("chat.json is no valid JSON")
        .hasMessageMatching("(?s).*line \\d+, column \\d+.*")
        .hasMessageNotContaining("hello")
        .hasMessageNotContaining("how");
  }

  @Test
  void refusesOtherJson() {
    assertThatThrownBy(() -> read("package.json", "{\"name\": \"x\"}"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("Transcript");
    assertThatThrownBy(() -> read("blank.json", " \n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("holds nothing");
    assertThatThrownBy(() -> read("deep.json", "[".repeat(100_000)))
        .isInstanceOf(EarshotException.class);
  }

  @Test
  void refusesImpossibleTimes() {
    String broken = CALL.replace("2000", "1e300");

    assertThatThrownBy(() -> read("call.json", broken))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("offset");
    assertThatThrownBy(
            () -> read("call.json", CHAT.replace("2026-03-04T09:00:09", "2026-13-44T99:00:09")))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("AbsoluteTime");
  }
}
