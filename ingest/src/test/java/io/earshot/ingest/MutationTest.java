package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.chat.TranscriptSink;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of damaged exports: each is read, or refused with a reason, within a second.
 * Repeatable: the seed is the number of the mutation.
 */
class MutationTest {
  private static final int MUTATIONS = 400;

  private static final Map<String, String> EXPORTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "connect.json",
                  """
                  {"ContactId":"c","Participants":[{"ParticipantId":"p","ParticipantRole":"AGENT"}],"Transcript":[
                  {"ParticipantId":"p","Content":"<b>héllo</b> 你好","BeginOffsetMillis":10,"EndOffsetMillis":20},
                  {"ParticipantRole":"CUSTOMER","Content":"x","BeginOffsetMillis":30,"EndOffsetMillis":40}]}
                  """),
              Map.entry(
                  "pca.json",
                  """
                  {"ConversationAnalytics":{"Duration":12.5,"ConversationTime":"2026-03-04 10:00:00","SpeakerLabels":[{"Speaker":"spk_0","DisplayText":"Agent"}]},
                  "SpeechSegments":[{"SegmentStartTime":1.5,"SegmentEndTime":2.75,"SegmentSpeaker":"spk_0","DisplayText":"Good day.",
                  "WordConfidence":[{"Text":"Good","Confidence":0.9,"StartTime":1.5,"EndTime":2.0}]}]}
                  """),
              Map.entry(
                  "zendesk.json",
                  """
                  {"events":[{"type":"Comment","created_at":"2026-03-04T09:00:00Z","author":{"type":"user","display_name":"Mia"},"content":{"type":"html","body":"<p>where</p>"}},
                  {"type":"Comment","created_at":1772614801,"metadata":{"public":false},"author":{"type":"agent"},"content":{"type":"text","text":"一下"}}]}
                  """),
              Map.entry(
                  "many.json",
                  """
                  {"tickets":[{"tid":"1","dialogue":[{"role":"客服","words":"您好","begin":340,"end":1900}]},
                  {"tid":"2","dialogue":[{"role":"客户","words":"在吗","beginTime":"2026-03-04 09:00:00"}]}]}
                  """),
              Map.entry(
                  "lines.jsonl",
                  """
                  {"messages":[{"role":"user","content":"hi","timestamp":1772614800}]}
                  {"entries":[{"text":"发票","role":"CUSTOMER","start_timestamp_usec":"1772614803000000"}]}
                  {"chats":[{"users":[{"id":"u","type":"customer"}],"threads":[{"id":"T","events":[{"type":"message","text":"在","author_id":"u","created_at":"2026-03-04T09:00:01.5Z"}]}]}]}
                  """),
              Map.entry(
                  "a.vcon",
                  """
                  {"vcon":"0.0.1","uuid":"u","created_at":"2026-03-04T10:00:00Z","critical":[],"parties":[{"name":"Ann","role":"customer"},{"mailto":"j@a.test"}],
                  "dialog":[{"type":"text","start":"2026-03-04T10:00:00Z","duration":1,"parties":[0,1],"originator":1,"encoding":"base64url","body":"PGI-V2h5PzwvYj4"},
                  {"type":"recording","start":"2026-03-04T10:00:00Z","parties":[[0],[1]],"mimetype":"audio/wav","encoding":"base64url","body":"UklGRgAA"}],
                  "analysis":[{"type":"report","vendor":"Earshot","body":{"timed":true,"attributes":{"a":"b"}}}]}
                  """),
              Map.entry(
                  "signed.json",
                  "{\"payload\":\"eyJ1dWlkIjoidSIsImNyZWF0ZWRfYXQiOiIyMDI2LTAzLTA0VDEwOjAwOjAwWiIsImRpYWxvZyI6W3sidHlwZSI6InRleHQiLCJzdGFydCI6IjIwMjYtMDMtMDRUMTA6MDA6MDBaIiwiYm9keSI6IngifV19\",\"signatures\":[{\"protected\":\"eyJhbGciOiJSUzI1NiJ9\",\"signature\":\"AAAA\"}]}"),
              Map.entry(
                  "table.csv",
                  "session,speaker,text,time\ns1,customer,\"a, \"\"b\"\"\nc\",2026-01-02 10:00\ns1,agent,你好,1767348000000\n"),
              Map.entry(
                  "mail.eml",
                  """
                  From: =?utf-8?Q?Ann_M=C3=BCller?= <a@x.test>
                  To: support@acme.test
                  Subject: =?GB2312?B?zcu79Q==?=
                  Date: Wed, 4 Mar 2026 10:00:00 +0800
                  Message-ID: <1@x>
                  Content-Type: multipart/mixed; boundary="b"

                  --b
                  Content-Type: text/plain; charset=utf-8
                  Content-Transfer-Encoding: quoted-printable

                  caf=C3=A9 br=
                  oken
                  > quoted
                  --b
                  Content-Type: text/html
                  Content-Transfer-Encoding: base64

                  PHA+eDwvcD4=
                  --b--
                  """),
              Map.entry(
                  "box.mbox",
                  """
                  From a@x.test Wed Mar  4 10:00:00 2026
                  From: a@x.test
                  To: b@x.test
                  Date: Wed, 4 Mar 2026 10:00:00 +0000
                  Message-ID: <1@x>

                  hi

                  From b@x.test Wed Mar  4 10:00:00 2026
                  From: b@x.test
                  To: a@x.test
                  In-Reply-To: <1@x>

                  On 4 March 2026 a wrote:
                  > hi

                  yes
                  """),
              Map.entry(
                  "whatsapp.txt",
                  "[04/03/2026, 15:05:20] Mia: Hi\nthere\n[04/03/2026, 15:05:40] Bo: \u200eimage omitted\n[14/03/2026, 15:06:01] Bo: How can I help?\n"),
              Map.entry(
                  "wechat.txt",
                  "小雨 2026-03-04 10:11:12\n在吗\n\n阿强(wxid_a1b2c3) 2026-03-04 10:12:12\n您好，體驗(yàn)\n"),
              Map.entry(
                  "lines.txt",
                  "# agent: Anna\n[10:03:12] Customer: hello\n2026-01-02 10:11:12 客服（Anna）：您好\nmore\n")));

  private static final String[] HOSTILE = {
    "[".repeat(5_000),
    "{\"a\":".repeat(3_000),
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><x>&b;</x>",
    "&#x41;".repeat(2_000),
    "<script>".repeat(2_000),
    "\u202e\u0000\uFFFD\uD800",
    "9".repeat(400),
    "1e999999",
    "-1",
    "null",
    "\"".repeat(99),
    "驗(yàn)Ã©â€™",
    "\n\n\n",
    "=?utf-8?B?" + "A".repeat(3_000) + "?=",
    "From ",
    "> ",
    ":".repeat(3_000),
    "2026-13-45 25:61:61"
  };

  @TempDir Path folder;
  private final ConversationReader reader = new ConversationReader(IngestSettings.defaults());

  static Stream<String> names() {
    return EXPORTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void endsAsReadOrRefused(String name) throws IOException {
    int read = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Files.write(folder.resolve(name), mutated(EXPORTS.get(name), new Random(seed)));
      String which = name + ", seed " + seed;
      read += assertTimeout(Duration.ofSeconds(5), () -> outcome(name), which);
    }
    assertThat(read).as("some of %s survive", name).isPositive();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("no other file is left").hasSize(1);
    }
  }

  /** 1 when something was read; what was refused must have its reason. */
  private int outcome(String name) {
    List<Conversation> read = new ArrayList<>();
    List<TranscriptSink.Refusal> refused = new ArrayList<>();
    try {
      reader.readAll(
          folder.resolve(name),
          IntakeOptions.NONE,
          one -> read.add(one.conversation()),
          refused::add);
    } catch (EarshotException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
      assertThat(e.getMessage()).contains(name);
      return 0;
    }
    assertThat(refused).allSatisfy(refusal -> assertThat(refusal.reason()).isNotBlank());
    assertThat(read)
        .allSatisfy(
            one -> {
              assertThat(one.durationMs()).isNotNegative();
              assertThat(one.speakerConfidence()).isBetween(0.0, 1.0);
              assertThat(one.turns()).allSatisfy(turn -> assertThat(turn.text()).isNotBlank());
            });
    return read.isEmpty() ? 0 : 1;
  }

  private static byte[] mutated(String original, Random random) {
    StringBuilder text = new StringBuilder(original);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && text.length() > 2; i++) {
      int at = random.nextInt(text.length());
      int length = random.nextInt(Math.min(40, text.length() - at));
      switch (random.nextInt(6)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(0x10000));
        case 1 -> text.setCharAt(at, "\"',:[]{}\n\t09<>&;-".charAt(random.nextInt(17)));
        case 2 -> text.delete(at, at + length);
        case 3 -> text.insert(at, text.substring(at, at + length).repeat(1 + random.nextInt(3)));
        case 4 -> text.insert(at, HOSTILE[random.nextInt(HOSTILE.length)]);
        default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
      }
    }
    byte[] bytes = text.toString().getBytes(charset(random));
    for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static Charset charset(Random random) {
    String[] names = {"GB18030", "Big5", "UTF-16", "ISO-8859-1"};
    return random.nextInt(8) == 0 ? Charset.forName(names[random.nextInt(names.length)]) : UTF_8;
  }
}
