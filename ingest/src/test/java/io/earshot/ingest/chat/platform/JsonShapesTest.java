package io.earshot.ingest.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Turn;
import io.earshot.ingest.Reading;
import io.earshot.ingest.chat.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One example of each export, made up here in the shape its system describes. */
class JsonShapesTest {
  @TempDir Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "export.json", json);
  }

  @Test
  void readsSegmentsOfContactLens() {
    Reading reading =
        read(
            """
            {"Channel": "VOICE", "Segments": [
              {"Transcript": {"Id": "1", "ParticipantId": "C", "ParticipantRole": "CUSTOMER", "Content": "my line is dead",
                "BeginOffsetMillis": 3100, "EndOffsetMillis": 4200}},
              {"Categories": {"MatchedCategories": ["x"]}},
              {"Transcript": {"Id": "0", "ParticipantId": "A", "ParticipantRole": "AGENT", "Content": "hello",
                "BeginOffsetMillis": 100, "EndOffsetMillis": 900}}]}
            """);

    assertThat(reading.turns())
        .containsExactly("agent@100: hello", "customer@3100: my line is dead");
    assertThat(reading.only().channel()).isEqualTo(Channel.CALL);
    assertThat(reading.only().format()).isEqualTo("contact-lens");
  }

  @Test
  void readsTheAnalysisOfAChat() {
    Reading reading =
        read(
            """
            {"Channel": "CHAT", "LanguageCode": "zh-CN", "CustomerMetadata": {"ContactId": "c-9"},
             "Participants": [{"ParticipantId": "p1", "ParticipantRole": "CUSTOMER"}, {"ParticipantId": "p2", "ParticipantRole": "CUSTOM_BOT"}],
             "Transcript": [
              {"Type": "MESSAGE", "ParticipantId": "p2", "AbsoluteTime": "2026-03-04T09:00:00.000Z", "Content": "请选择服务", "ContentType": "text/plain"},
              {"Type": "MESSAGE", "ParticipantId": "p1", "AbsoluteTime": "2026-03-04T09:00:05.000Z", "Content": "人工", "ContentType": "text/plain"}]}
            """);

    assertThat(reading.turns()).containsExactly("system@0: 请选择服务", "customer@5000: 人工");
    assertThat(reading.only().language()).isEqualTo("zh");
  }

  @Test
  void refusesAFailedAnalysis() {
    assertRefused("{\"JobStatus\": \"FAILED\", \"Channel\": \"VOICE\"}", "failed");
  }

  @Test
  void readsPostCallAnalytics() {
    Reading reading =
        read(
            """
            {"ConversationAnalytics": {"Agent": "Bo", "Cust": "C-7", "GUID": "g-1", "LanguageCode": "en-US", "Duration": 12.5,
               "ConversationTime": "2026-03-04 10:00:00.250000", "ConversationLocation": "America/New_York",
               "SpeakerLabels": [{"Speaker": "spk_0", "DisplayText": "Customer"}, {"Speaker": "spk_1", "DisplayText": "Agent"}]},
             "SpeechSegments": [
              {"SegmentStartTime": 0.2, "SegmentEndTime": 1.0, "SegmentSpeaker": "spk_2", "IVRSegment": true, "DisplayText": "press one"},
              {"SegmentStartTime": 1.5, "SegmentEndTime": 2.75, "SegmentSpeaker": "spk_1", "OriginalText": "good day", "DisplayText": "Good day.",
               "WordConfidence": [{"Text": "Good", "Confidence": 0.9, "StartTime": 1.5, "EndTime": 2.0}, {"Text": " day.", "Confidence": 0.7, "StartTime": 2.0, "EndTime": 2.75}]},
              {"SegmentStartTime": 3, "SegmentEndTime": 4, "SegmentSpeaker": "spk_0", "DisplayText": "Hi."}]}
            """);

    assertThat(reading.turns())
        .containsExactly("system@200: press one", "agent@1500: Good day.", "customer@3000: Hi.");
    Transcript transcript = reading.only();
    Turn words = transcript.turns().get(1);
    assertThat(words.words()).extracting(word -> word.text()).containsExactly("Good", "day.");
    assertThat(words.confidence()).isEqualTo(0.8);
    assertThat(transcript.startedAt()).contains(Instant.parse("2026-03-04T15:00:00.250Z"));
    assertThat(transcript.durationMs()).isEqualTo(12_500);
    assertThat(transcript.attributes())
        .containsEntry("agent", "Bo")
        .containsEntry("customer", "C-7")
        .containsEntry("call_id", "g-1");
  }

  @Test
  void readsCxInsights() {
    Reading reading =
        read(
            """
            {"entries": [
              {"text": "您好，我是智能助手", "role": "AUTOMATED_AGENT", "user_id": "bot", "start_timestamp_usec": 1772614800000000},
              {"text": "发票开错了", "role": "CUSTOMER", "user_id": "u-1", "start_timestamp_usec": 1772614803000000},
              {"text": "马上为您重开", "role": "AGENT", "user_id": "a-5", "start_timestamp_usec": "1772614809500000"}]}
            """);

    assertThat(reading.turns())
        .containsExactly("system@0: 您好，我是智能助手", "customer@3000: 发票开错了", "agent@9500: 马上为您重开");
    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T09:00:00Z"));
    assertThat(reading.only().attributes())
        .containsEntry("agent", "a-5")
        .containsEntry("customer", "u-1");
    assertThat(reading.only().format()).isEqualTo("cx-insights");
  }

  @Test
  void readsConversationsOfCxInsights() {
    Reading reading =
        read(
            """
            {"name": "projects/p/conversations/7", "medium": "PHONE_CALL", "languageCode": "en-GB",
             "transcript": {"transcriptSegments": [
              {"messageTime": "2026-03-04T09:00:00Z", "text": "hello", "segmentParticipant": {"role": "HUMAN_AGENT", "userId": "x"}},
              {"messageTime": "2026-03-04T09:00:02Z", "text": "hi", "segmentParticipant": {"role": "END_USER"}}]}}
            """);

    assertThat(reading.turns()).containsExactly("agent@0: hello", "customer@2000: hi");
    assertThat(reading.only().channel()).isEqualTo(Channel.CALL);
  }

  @Test
  void readsTheConversationLogOfZendesk() {
    Reading reading =
        read(
            """
            {"events": [
              {"id": "1", "type": "Messaging::ConversationMessage", "created_at": "2026-03-04T09:00:00Z",
               "author": {"type": "user", "display_name": "Mia"}, "content": {"type": "text", "text": "where is it?"}},
              {"id": "2", "type": "Messaging::ConversationMessage", "created_at": "2026-03-04T09:00:01Z",
               "author": {"type": "bot", "display_name": "Helper"}, "content": {"type": "text", "text": "one moment"}},
              {"id": "3", "type": "Comment", "created_at": "2026-03-04T09:01:00Z", "metadata": {"public": false},
               "author": {"type": "agent", "display_name": "Ola"}, "content": {"type": "html", "body": "<p>lost by <b>carrier</b></p>"}},
              {"id": "4", "type": "Comment", "created_at": "2026-03-04T09:02:00Z",
               "author": {"type": "agent", "display_name": "Ola"}, "content": {"type": "html", "body": "<p>We send&nbsp;another.</p>"}},
              {"id": "5", "type": "Messaging::ConversationMessage", "created_at": "2026-03-04T09:03:00Z",
               "author": {"type": "user"}, "content": {"type": "image", "mediaUrl": "https://example.test/a.png"}}]}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: where is it?",
            "system@1000: one moment",
            "system@60000: [note] lost by carrier",
            "agent@120000: We send another.");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Ola")
        .containsEntry("customer", "Mia")
        .containsEntry("notes", "1");
    assertThat(reading.only().format()).isEqualTo("zendesk");
  }

  @Test
  void readsTicketsOfZendesk() {
    Reading reading =
        read(
            """
            {"ticket": {"id": 35, "subject": "退款", "requester_id": 20},
             "comments": [
              {"id": 1, "author_id": 20, "body": "我要退款", "public": true, "created_at": "2026-03-04T09:00:00Z"},
              {"id": 2, "author_id": 8, "body": "查一下仓库", "public": false, "created_at": "2026-03-04T09:10:00Z"},
              {"id": 3, "author_id": 8, "plain_body": "已经退了", "html_body": "<p>已经退了</p>", "public": true, "created_at": "2026-03-04T09:20:00Z"},
              {"id": 4, "author_id": -1, "body": "ticket solved", "public": true, "created_at": "2026-03-04T09:30:00Z"}],
             "users": [{"id": 8, "name": "小陈", "role": "agent"}]}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: 我要退款",
            "system@600000: [note] 查一下仓库",
            "agent@1200000: 已经退了",
            "system@1800000: ticket solved");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "小陈")
        .containsEntry("call_id", "35")
        .containsEntry("subject", "退款");
  }

  @Test
  void readsTheImportOfZendeskQa() {
    Reading reading =
        read(
            """
            {"conversations": [
              {"externalId": "t-1", "comments": [{"id": "1", "created": "2026-03-04T09:00:00Z", "content": "help"},
                 {"id": "2", "created": "2026-03-04T09:00:04Z", "content": "sure", "assigneeEmail": "x@acme.test"}]},
              {"externalId": "t-2", "comments": []},
              {"externalId": "t-3", "comments": [{"id": "1", "created": "2026-03-04T10:00:00Z", "content": "hello", "assigneeEmail": "x@acme.test"}]}]}
            """);

    assertThat(reading.transcripts).extracting(Transcript::session).containsExactly("t-1", "t-3");
    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly("customer@0: help", "agent@4000: sure");
    assertThat(reading.refusals).hasSize(1);
  }

  @Test
  void readsIntercom() {
    Reading reading =
        read(
            """
            {"type": "conversation", "id": "147", "created_at": 1772614800,
             "source": {"body": "<p>Hi, my <b>card</b> was declined</p>", "author": {"type": "user", "name": "Ada", "email": "ada@example.test"}},
             "conversation_parts": {"type": "conversation_part.list", "conversation_parts": [
              {"part_type": "comment", "body": "<p>I am Fin, a bot.</p>", "created_at": 1772614801, "author": {"type": "bot", "name": "Fin"}},
              {"part_type": "note", "body": "<p>VIP!</p>", "created_at": 1772614830, "author": {"type": "admin", "name": "Joe"}},
              {"part_type": "assignment", "body": null, "created_at": 1772614831, "author": {"type": "admin", "name": "Joe"}},
              {"part_type": "comment", "body": "<p>Please try:</p><ul><li>another card</li><li>a transfer</li></ul>", "created_at": 1772614860,
               "author": {"type": "admin", "name": "Joe"}},
              {"part_type": "note_and_reopen", "body": "still", "created_at": 1772614870, "author": {"type": "admin", "name": "Kim"}}]}}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: Hi, my card was declined",
            "system@1000: I am Fin, a bot.",
            "system@30000: [note] VIP!",
            "agent@60000: Please try:\n\nanother card\na transfer",
            "system@70000: [note] still");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Joe")
        .containsEntry("other_agents", "Kim")
        .containsEntry("customer", "Ada")
        .containsEntry("call_id", "147")
        .containsEntry("notes", "2");
  }

  @Test
  void readsLiveChat() {
    Reading reading =
        read(
            """
            {"chats": [{"id": "CH1", "users": [{"id": "u", "type": "customer", "name": "王先生"}, {"id": "a@acme.test", "type": "agent", "name": "Eva"}],
              "threads": [
               {"id": "T1", "events": [
                 {"type": "system_message", "text": "Eva joined", "created_at": "2026-03-04T09:00:00.000000Z"},
                 {"type": "message", "text": "在吗", "author_id": "u", "created_at": "2026-03-04T09:00:01.500000Z"},
                 {"type": "message", "text": "在的", "author_id": "a@acme.test", "created_at": "2026-03-04T09:00:04.000000Z"},
                 {"type": "message", "text": "老客户", "author_id": "a@acme.test", "visibility": "agents", "created_at": "2026-03-04T09:00:05.000000Z"},
                 {"type": "file", "url": "https://example.test/x", "author_id": "u", "created_at": "2026-03-04T09:00:06.000000Z"}]},
               {"id": "T2", "events": [{"type": "message", "text": "又来了", "author_id": "u", "created_at": "2026-03-09T09:00:00.000000Z"}]}]}]}
            """);

    assertThat(reading.transcripts).extracting(Transcript::session).containsExactly("T1", "T2");
    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly(
            "system@0: Eva joined",
            "customer@1500: 在吗",
            "agent@4000: 在的",
            "system@5000: [note] 老客户");
    assertThat(reading.transcripts.get(0).attributes())
        .containsEntry("agent", "Eva")
        .containsEntry("customer", "王先生");
  }

  @Test
  void readsAliyunTickets() {
    Reading reading =
        read(
            """
            {"tickets": [
              {"tid": "20260304-1", "fileName": "a.wav", "dialogue": [
                {"role": "客服", "identity": "客服-08", "words": "您好，请讲", "begin": 340, "end": 1900},
                {"role": "客户", "identity": "客户-1", "words": "网络断了", "begin": 2200, "end": 3900}]},
              {"tid": "20260304-2", "dialogue": [
                {"role": "客户", "words": "在吗", "beginTime": "2026-03-04 09:00:00"},
                {"role": "客服", "words": "在的", "beginTime": "2026-03-04 09:00:07"}]}]}
            """);

    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly("agent@340: 您好，请讲", "customer@2200: 网络断了");
    assertThat(Reading.turns(reading.transcripts.get(1)))
        .containsExactly("customer@0: 在吗", "agent@7000: 在的");
    assertThat(reading.transcripts)
        .extracting(Transcript::channel)
        .containsExactly(Channel.CALL, Channel.CHAT);
    assertThat(reading.transcripts).extracting(Transcript::format).containsOnly("aliyun-sca");
  }

  @Test
  void readsAnyListOfMessages() {
    Reading reading =
        read(
            """
            {"conversation_id": 7, "messages": [
              {"role": "user", "content": "hi", "timestamp": 1772614800},
              {"role": "assistant", "content": "hello", "timestamp": 1772614802},
              {"role": "internal", "content": "secret", "internal": true, "timestamp": 1772614803}]}
            """);

    assertThat(reading.turns())
        .containsExactly("customer@0: hi", "agent@2000: hello", "system@3000: [note] secret");
    assertThat(reading.only().speakersSure()).isEqualTo(1);
  }

  @Test
  void readsABareListOfMessages() {
    Reading reading =
        read(
            "[{\"role\": \"user\", \"content\": \"在吗\"}, {\"role\": \"assistant\", \"content\": \"在\"}]");

    assertThat(reading.turns()).containsExactly("customer@0: 在吗", "agent@0: 在");
    assertThat(reading.only().session()).isEmpty();
  }

  @Test
  void guessesRolesOfNames() {
    Reading reading =
        read(
            """
            {"messages": [
              {"from": "Tom", "text": "my parcel is still not here"},
              {"from": "Ann", "text": "Thanks for contacting us. Let me check."},
              {"from": "Auto Reply", "text": "we are open until six"}]}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: my parcel is still not here",
            "agent@0: Thanks for contacting us. Let me check.",
            "system@0: we are open until six");
    assertThat(reading.only().speakersSure()).isBetween(0.5, 0.95);
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Ann")
        .containsEntry("customer", "Tom");
  }

  @Test
  void saysWhatWasMended() {
    Reading reading =
        read(
            """
            {"messages": [{"role": "agent", "text": "您的<br>訂單體驗(yàn)"}, {"role": "customer", "text": "ok"}]}
            """);

    assertThat(reading.turns()).containsExactly("agent@0: 您的\n訂單體驗", "customer@0: ok");
    assertThat(reading.only().repairs()).isEqualTo("html 1, readings 1");
    assertThat(reading.only().originals()).containsOnlyKeys(0).containsValue("您的<br>訂單體驗(yàn)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        "{\"events\": []}",
        "{\"entries\": [{\"text\": \" \", \"role\": \"AGENT\"}]}",
        "{\"conversation_parts\": {\"conversation_parts\": []}}",
        "{\"tickets\": [{\"dialogue\": []}]}",
        "{\"SpeechSegments\": [{\"SegmentStartTime\": -4, \"DisplayText\": \"x\"}]}",
        "{\"SpeechSegments\": [{\"SegmentStartTime\": 1e40, \"DisplayText\": \"x\"}]}",
        "{\"entries\": [{\"text\": \"x\", \"role\": \"AGENT\", \"start_timestamp_usec\": 1e300}]}",
        "{\"comments\": [{\"body\": \"x\", \"created_at\": \"yesterday\"}]}",
        "{\"messages\": 7}",
        "[[]]",
        "17"
      })
  void refusesWhatHoldsNothing(String json) {
    try {
      Reading reading = read(json);
      assertThat(reading.transcripts).isEmpty();
      assertThat(reading.refusals).isNotEmpty();
    } catch (EarshotException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
    }
  }

  @Test
  void refusesNestingWithoutEnd() {
    for (String piece : List.of("[", "{\"messages\":[", "{\"a\":")) {
      assertRefused(piece.repeat(50_000), "nested deeper than 200 levels");
    }
  }

  private void assertRefused(String json, String why) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining(why);
  }

  @Test
  void readsWhatIsChosenInAmazonConnect() {
    Reading reading =
        read(
            """
            {"ContactId": "c", "Transcript": [
              {"Type": "MESSAGE", "ParticipantRole": "CUSTOM_BOT", "AbsoluteTime": "2026-03-04T09:00:00Z",
               "ContentType": "application/vnd.amazonaws.connect.message.interactive",
               "Content": "{\\"templateType\\": \\"ListPicker\\", \\"data\\": {\\"content\\": {\\"title\\": \\"What is it?\\", \\"elements\\": [{\\"title\\": \\"A return\\"}]}}}"},
              {"Type": "MESSAGE", "ParticipantRole": "CUSTOMER", "AbsoluteTime": "2026-03-04T09:00:02Z",
               "ContentType": "application/vnd.amazonaws.connect.message.interactive.response",
               "Content": "{\\"data\\": {\\"content\\": {\\"title\\": \\"A return\\"}}}"},
              {"Type": "ATTACHMENT", "ParticipantRole": "CUSTOMER", "AbsoluteTime": "2026-03-04T09:00:03Z", "Attachments": [{"AttachmentName": "a.png"}]},
              {"Type": "MESSAGE", "ParticipantRole": "SUPERVISOR", "AbsoluteTime": "2026-03-04T09:00:04Z", "ContentType": "text/markdown", "Content": "hello"}]}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "system@0: What is it?\nA return", "customer@2000: A return", "agent@4000: hello");
    assertThat(reading.only().attributes()).containsEntry("media", "1");
  }

  @Test
  void readsSegmentsOfAChatOfContactLens() {
    Reading reading =
        read(
            """
            {"Channel": "CHAT", "Segments": [
              {"Transcript": {"ParticipantRole": "CUSTOMER", "DisplayName": "Kim", "Content": "hi", "ContentType": "text/plain", "Time": {"AbsoluteTime": "2026-03-04T09:00:03.100Z"}}},
              {"Event": {"EventType": "application/x", "Time": {"AbsoluteTime": "2026-03-04T09:00:04Z"}}},
              {"Transcript": {"ParticipantRole": "AGENT", "Content": "hello", "ContentType": "text/plain", "Time": {"AbsoluteTime": "2026-03-04T09:00:05.100Z"}}}]}
            """);

    assertThat(reading.turns()).containsExactly("customer@0: hi", "agent@2000: hello");
    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T09:00:03.100Z"));
  }

  @Test
  void readsTheTimesOfWordsInCxInsights() {
    Reading reading =
        read(
            """
            {"name": "projects/p/locations/l/conversations/77", "medium": "PHONE_CALL", "startTime": "2026-03-04T09:00:00Z",
             "callMetadata": {"customerChannel": 1, "agentChannel": 2},
             "transcript": {"transcriptSegments": [
              {"text": "Hello there", "channelTag": 2, "words": [{"word": "Hello", "startOffset": "0.500s", "endOffset": "0.9s", "confidence": 0.8},
                 {"word": "there", "startOffset": "0.9s", "endOffset": "1.200s", "confidence": 0.6}]},
              {"text": "Hi", "channelTag": 1, "words": [{"word": "Hi", "startOffset": "1.5s", "endOffset": "2s"}]}]}}
            """);

    assertThat(reading.turns()).containsExactly("agent@500: Hello there", "customer@1500: Hi");
    assertThat(reading.only().turns().get(0).words()).hasSize(2);
    assertThat(reading.only().durationMs()).isEqualTo(2_000);
    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T09:00:00Z"));
    assertThat(reading.only().attributes()).containsEntry("call_id", "77");
  }

  @Test
  void namesAgentsOfAliyunByTheirNames() {
    Reading reading =
        read(
            """
            {"tickets": [{"tid": "t1", "customerServiceName": "小周", "dialogue": [
                {"role": "客服", "identity": "客服-01", "words": "您好", "begin": 340, "end": 1300},
                {"role": "客户", "identity": "客户-01", "words": "退货", "begin": 1500, "end": 2300}]}]}
            """);

    assertThat(reading.only().attributes())
        .containsEntry("agent", "小周")
        .doesNotContainKeys("customer", "other_agents");
  }

  @Test
  void tellsMachinesFromAgentsInZendesk() {
    Reading reading =
        read(
            """
            {"events": [
              {"type": "Messaging::ConversationMessage", "timestamp": 1772614800000, "author": {"type": "end_user", "display_name": "Mia"}, "content": {"type": "text", "text": "hi"}},
              {"type": "Messaging::ConversationMessage", "timestamp": 1772614801000, "author": {"type": "business", "display_name": "Answer Bot"}, "content": {"type": "text", "text": "choose"}},
              {"type": "Messaging::ConversationMessage", "timestamp": 1772614802000, "author": {"type": "bot"}, "content": {"type": "carousel", "items": [{"title": "Lamp A"}, {"title": "Lamp B"}]}},
              {"type": "StatusChange", "timestamp": 1772614803000, "author": {"type": "agent"}, "content": {"type": "text", "text": "pending"}},
              {"type": "Messaging::ConversationMessage", "timestamp": 1772614804000, "author": {"type": "user"}, "content": {"type": "image"}},
              {"type": "Messaging::ConversationMessage", "timestamp": 1772614805000, "author": {"type": "business", "display_name": "Ola"}, "content": {"type": "text", "text": "hello"}}]}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: hi",
            "system@1000: choose",
            "system@2000: Lamp A\nLamp B",
            "system@3000: pending",
            "agent@5000: hello");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Ola")
        .containsEntry("media", "1");
  }

  @Test
  void readsTicketsOfZendeskWithoutUsers() {
    String comments =
        "\"comments\": [{\"author_id\": 20, \"body\": \"my lamp is broken\", \"public\": true, \"created_at\": \"2026-03-04T09:00:00Z\"},"
            + " {\"author_id\": 8, \"body\": \"Sorry for the inconvenience\", \"public\": true, \"created_at\": \"2026-03-04T09:00:09Z\"},"
            + " {\"type\": \"VoiceComment\", \"author_id\": 8, \"body\": \"Inbound call\", \"public\": true, \"created_at\": \"2026-03-04T09:00:10Z\"}]";

    Reading named =
        read("{\"id\": 3, \"requester\": {\"id\": 20, \"name\": \"Mia\"}, " + comments + "}");
    assertThat(named.turns())
        .containsExactly(
            "customer@0: my lamp is broken",
            "agent@9000: Sorry for the inconvenience",
            "system@10000: Inbound call");
    assertThat(named.only().speakersSure()).isEqualTo(1);

    Reading bare = read("{" + comments + "}");
    assertThat(bare.turns()).isEqualTo(named.turns());
    assertThat(bare.only().speakersSure()).isLessThan(1);
  }

  @Test
  void readsAuditsOfZendesk() {
    Reading reading =
        read(
            """
            {"audits": [
              {"author_id": 20, "created_at": "2026-03-04T09:00:00Z", "events": [
                {"type": "Comment", "author_id": 20, "body": "my lamp is broken", "public": true}, {"type": "Create", "field_name": "status", "value": "new"}]},
              {"author_id": 8, "created_at": "2026-03-04T09:01:00Z", "events": [{"type": "Comment", "author_id": 8, "body": "look at the depot", "public": false}]}],
             "users": [{"id": 20, "role": "end-user"}, {"id": 8, "role": "admin"}]}
            """);

    assertThat(reading.turns())
        .containsExactly("customer@0: my lamp is broken", "system@60000: [note] look at the depot");
  }

  @Test
  void knowsInternalCommentsOfZendeskQa() {
    assertThat(
            read("""
                    {"externalId": "t", "comments": [{"created": "2026-03-04T09:00:00Z", "body": "help"},
                      {"created": "2026-03-04T09:00:04Z", "body": "careful", "isInternal": true, "assigneeEmail": "x@acme.test"}]}
                    """)
                .turns())
        .containsExactly("customer@0: help", "system@4000: [note] careful");
  }

  @Test
  void tellsMachinesFromAgentsInIntercom() {
    Reading reading =
        read(
            """
            {"type": "conversation", "id": "1", "created_at": 1772614800,
             "source": {"delivered_as": "automated", "body": "<p>Need help?</p>", "author": {"type": "admin", "name": "Joe"}},
             "conversation_parts": {"conversation_parts": [
              {"part_type": "comment", "body": "<p>yes</p><p><img src='a.png'></p>", "created_at": 1772614801, "author": {"type": "user", "name": "Ada"}},
              {"part_type": "comment", "body": "<p>I am Fin</p>", "created_at": 1772614802, "author": {"type": "admin", "name": "Fin", "from_ai_agent": true}},
              {"part_type": "conversation_attribute_updated_by_admin", "body": "<p>high</p>", "created_at": 1772614803, "author": {"type": "admin", "name": "Joe"}},
              {"part_type": "close", "body": "<p>Bye</p>", "created_at": 1772614804, "author": {"type": "admin", "name": "Kim"}}]}}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "system@0: Need help?",
            "customer@1000: yes",
            "system@2000: I am Fin",
            "system@3000: high",
            "agent@4000: Bye");
    assertThat(reading.only().attributes())
        .containsEntry("agent", "Kim")
        .containsEntry("media", "1")
        .doesNotContainKey("other_agents");
  }

  @Test
  void readsListsOfIntercomWithoutParts() {
    assertThat(
            read("{\"id\": \"1\", \"created_at\": 1772614800, \"source\": {\"body\": \"<p>a</p>\", \"author\": {\"type\": \"lead\"}}}")
                .turns())
        .containsExactly("customer@0: a");
  }

  @Test
  void readsFormsAndBotsOfLiveChat() {
    Reading reading =
        read(
            """
            {"id": "C", "users": [{"id": "u", "type": "customer", "name": "Wang"}, {"id": "b", "type": "agent", "name": "ChatBot"}],
             "thread": {"id": "T", "events": [
              {"type": "filled_form", "author_id": "u", "created_at": "2026-03-04T09:00:00Z", "fields": [
                {"type": "name", "label": "Name", "answer": "Wang"}, {"type": "question", "label": "What is it?", "answer": "A late parcel"},
                {"type": "select", "label": "Order", "answer": {"id": "1", "label": "today"}}]},
              {"type": "rich_message", "author_id": "b", "created_at": "2026-03-04T09:00:01Z", "elements": [{"title": "Pick"}]},
              {"type": "file", "author_id": "u", "created_at": "2026-03-04T09:00:02Z"},
              {"type": "message", "text": "ok", "author_id": "eva@acme.test", "created_at": "2026-03-04T09:00:03Z"}]}}
            """);

    assertThat(reading.turns())
        .containsExactly(
            "customer@0: What is it? A late parcel\nOrder today",
            "system@1000: Pick",
            "agent@3000: ok");
    assertThat(reading.only().attributes()).containsEntry("media", "1");
  }

  @Test
  void readsMessagesInParts() {
    assertThat(
            read("""
                    {"messages": [{"role": "user", "content": [{"type": "text", "text": "where is it"}, {"type": "text", "text": "today?"}]},
                      {"user": {"name": "Agent Ann"}, "message_parts": [{"text": {"content": "here"}}]}]}
                    """)
                .turns())
        .containsExactly("customer@0: where is it\ntoday?", "agent@0: here");
    assertThat(
            read("{\"会话ID\": \"x\", \"消息\": [{\"角色\": \"客户\", \"内容\": \"在吗\", \"时间\": \"2026-03-04 09:00:05\"}]}")
                .turns())
        .containsExactly("customer@0: 在吗");
    assertThat(
            read("{\"messages\": [{\"role\": \"user\", \"text\": \"hi\", \"date\": \"Wed, 4 Mar 2026 09:00:00 GMT\"}]}")
                .only()
                .startedAt())
        .contains(Instant.parse("2026-03-04T09:00:00Z"));
  }
}
