package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file, a reader reads it or refuses it, soon. */
class ReadersOnBrokenInputTest {
  private static final int TRIES = 200;

  private static final String JSON =
      """
      {"ContactId":"c","Participants":[{"ParticipantId":"p","ParticipantRole":"AGENT"}],"Transcript":[
      {"ParticipantId":"p","Content":"héllo 你好","BeginOffsetMillis":10,"EndOffsetMillis":20},
      {"ParticipantRole":"CUSTOMER","Content":"x","BeginOffsetMillis":30,"EndOffsetMillis":40}]}
      """;

  private static final String OWN =
      """
      [{"turns":[{"speaker":"agent","text":"hi","start_ms":1,"end_ms":2,"channel":1,
      "words":[{"word":"hi","start_ms":1,"end_ms":2,"confidence":0.3}]}],"started_at":"2026-01-02"}]
      """;

  private static final String LINES =
      """
      # agent: Anna
      # started_at: 2026-03-05T09:30:00+08:00
      [10:03:12] Customer: hello
      2026-01-02 10:11:12 客服（Anna）：您好，"引号"
      more
      顾客 10:12
      再见
      """;

  private static final String TABLE =
      "id,who,text,at\ns1,customer,\"a, \"\"b\"\"\nc\",2026-01-02 10:00\ns1,agent,你好,1767348000000\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "b.json", "c.jsonl", "d.txt", "e.csv", "f.tsv"})
  void neverFailsOtherwise(String name) {
    byte[] original = original(name).getBytes(UTF_8);
    Optional<ColumnMapping> mapping =
        name.equals("e.csv") ? Optional.of(mapping()) : Optional.empty();
    for (int seed = 0; seed < TRIES; seed++) {
      byte[] bytes = mutated(original, new Random(seed));
      Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> read(name, bytes, mapping), name + ", seed " + seed);
    }
  }

  private void read(String name, byte[] bytes, Optional<ColumnMapping> mapping) {
    try {
      Reading reading = Reading.of(folder, name, bytes, mapping);
      assertThat(reading.transcripts).allSatisfy(ReadersOnBrokenInputTest::isSound);
    } catch (EarshotException e) {
      assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void isSound(Transcript transcript) {
    assertThat(transcript.turns()).isNotEmpty();
    assertThat(transcript.durationMs()).isNotNegative();
    for (int i = 0; i < transcript.turns().size(); i++) {
      var turn = transcript.turns().get(i);
      assertThat(turn.index()).isEqualTo(i);
      assertThat(turn.text()).isNotBlank();
      assertThat(turn.startMs()).isNotNegative().isLessThanOrEqualTo(turn.endMs());
    }
  }

  private static String original(String name) {
    return switch (name.charAt(0)) {
      case 'a' -> JSON;
      case 'b' -> OWN;
      case 'c' -> JSON.replace("\n", "") + "\n" + OWN.replace("\n", "");
      case 'd' -> LINES;
      case 'e' -> TABLE;
      default -> "Session\tSpeaker\tText\tTime\n1\tagent\thello\t10:00\n1\tuser\t\"x\t10:01\n";
    };
  }

  private static ColumnMapping mapping() {
    return ColumnMapping.from(
        Section.parse("conversation: id\nspeaker: who\ntext: text\ntime: at\n", "mapping"));
  }

  /** A few bytes changed, removed, doubled or cut off. */
  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 2; i++) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, at, (byte) random.nextInt(256));
            case 1 -> replaced(bytes, at, (byte) "\"',:[]{}\n\t09".charAt(random.nextInt(12)));
            case 2 -> joined(bytes, at, List.of(at + 1, bytes.length));
            case 3 -> joined(bytes, at, List.of(at - random.nextInt(at + 1), bytes.length));
            default -> joined(bytes, at, List.of(bytes.length, bytes.length));
          };
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  /** The bytes up to {@code end}, then those of the range. */
  private static byte[] joined(byte[] bytes, int end, List<Integer> range) {
    byte[] result = new byte[end + range.get(1) - range.get(0)];
    System.arraycopy(bytes, 0, result, 0, end);
    System.arraycopy(bytes, range.get(0), result, end, range.get(1) - range.get(0));
    return result;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readsNoiseOrRefusesIt(long seed) {
    byte[] noise = new byte[20_000];
    new Random(seed).nextBytes(noise);
    for (String name : List.of("a.json", "d.txt", "f.csv")) {
      assertThatCode(() -> read(name, noise, Optional.empty())).doesNotThrowAnyException();
    }
  }
}
