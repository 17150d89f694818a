package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import io.earshot.conversation.transcript.Vcon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as vCon is a vCon by its draft, and comes back as what it was. */
class VconRoundTripTest {
  private static final Instant START = Instant.parse("2026-03-04T10:00:00.250Z");

  @TempDir Path folder;

  private static Conversation conversation(Channel channel, boolean timed, List<Turn> turns) {
    return new Conversation(
        ConversationId.ofText("x"),
        "x",
        channel,
        "zh",
        START,
        turns.stream().mapToLong(Turn::endMs).max().orElse(0),
        timed,
        SpeakerSource.LABELS,
        1,
        Map.of(
            "agent", "李娜", "customer", "C-7", "call_id", "k-1", "subject", "灯", "queue", "q \"1\""),
        turns);
  }

  private static List<Turn> chat(boolean timed) {
    return List.of(
        Turn.written(0, Speaker.SYSTEM, 0, "欢迎\n\"光临\" \\ \u2028 😀"),
        Turn.written(1, Speaker.CUSTOMER, timed ? 1_234 : 0, "灯坏了 <3"),
        Turn.written(2, Speaker.AGENT, timed ? 5_000 : 0, "马上"),
        Turn.written(3, Speaker.UNKNOWN, timed ? 6_000 : 0, "?"));
  }

  private static List<Turn> call() {
    List<Word> words = List.of(new Word("您好", 100, 600, 0.5), new Word("请讲", 700, 900, 0.75));
    return List.of(
        new Turn(0, Speaker.AGENT, 1, 100, 900, "您好 请讲", 0.625, words),
        new Turn(1, Speaker.CUSTOMER, 0, 950, 2_000, "网断了", 0.9, List.of()));
  }

  private Conversation back(Conversation written) throws IOException {
    return back(Vcon.write(written, START));
  }

  private Conversation back(String vcon) throws IOException {
    Path file = folder.resolve("c.vcon");
    Files.writeString(file, vcon);
    List<Conversation> read = new ArrayList<>();
    new ConversationReader(IngestSettings.defaults())
        .read(
            file,
            IntakeOptions.NONE,
            read::add,
            refusal -> {
              throw new AssertionError(refusal);
            });
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  @Test
  void aChatComesBack() throws IOException {
    for (boolean timed : new boolean[] {true, false}) {
      Conversation written = conversation(Channel.CHAT, timed, chat(timed));
      Conversation read = back(written);

      assertThat(read.turns()).extracting(Turn::speaker).isEqualTo(speakers(written));
      assertThat(read.turns()).extracting(Turn::startMs).isEqualTo(starts(written));
      assertThat(read.turns().get(0).text()).isEqualTo("欢迎\n\"光临\" \\ \n 😀");
      assertThat(read.turns().get(1).text()).isEqualTo("灯坏了 <3");
      assertThat(read.timed()).isEqualTo(timed);
      assertSame(written, read);
    }
  }

  private static List<Speaker> speakers(Conversation conversation) {
    return conversation.turns().stream().map(Turn::speaker).toList();
  }

  private static List<Long> starts(Conversation conversation) {
    return conversation.turns().stream().map(Turn::startMs).toList();
  }

  private static void assertSame(Conversation written, Conversation read) {
    assertThat(read.startedAt()).isEqualTo(written.startedAt());
    assertThat(read.channel()).isEqualTo(written.channel());
    assertThat(read.language()).isEqualTo(written.language());
    assertThat(read.durationMs()).isEqualTo(written.durationMs());
    Map<String, String> attributes = new HashMap<>(read.attributes());
    attributes.keySet().removeAll(List.of("format", "repaired"));
    assertThat(attributes).isEqualTo(written.attributes());
  }

  @Test
  void aCallComesBack() throws IOException {
    Conversation written = conversation(Channel.CALL, true, call());
    Conversation read = back(written);

    assertThat(read.turns()).isEqualTo(written.turns());
    assertSame(written, read);
  }

  @Test
  void isAVconByTheDraft() throws IOException {
    JsonSchema schema = schema();
    for (Conversation written :
        List.of(
            conversation(Channel.CALL, true, call()),
            conversation(Channel.CHAT, true, chat(true)),
            conversation(Channel.CALL, true, List.of()),
            conversation(Channel.CHAT, false, List.of()))) {
      JsonNode vcon = new JsonMapper().readTree(Vcon.write(written, START));

      assertThat(schema.validate(vcon)).isEmpty();
      assertThat(vcon.path("uuid").asText().charAt(14)).as("version 8").isEqualTo('8');
      for (JsonNode dialog : vcon.path("dialog")) {
        for (JsonNode party : dialog.path("parties")) {
          assertThat(party.asInt(-1)).isBetween(0, vcon.path("parties").size() - 1);
        }
      }
      for (JsonNode analysis : vcon.path("analysis")) {
        assertThat(new JsonMapper().readTree(analysis.path("body").asText()).isObject()).isTrue();
      }
    }
  }

  private static JsonSchema schema() {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(VconRoundTripTest.class.getResourceAsStream("vcon.schema.json"), strict);
  }

  /** Those that Earshot wrote before it kept to the letter of the draft. */
  @Test
  void readsReportsThatAreNoText() throws IOException {
    Conversation written = conversation(Channel.CALL, true, call());
    ObjectNode vcon = (ObjectNode) new JsonMapper().readTree(Vcon.write(written, START));
    for (JsonNode analysis : vcon.path("analysis")) {
      JsonNode body = new JsonMapper().readTree(analysis.path("body").asText());
      ((ObjectNode) analysis).set("body", body);
    }

    assertThat(back(vcon.toString()).turns()).isEqualTo(written.turns());
  }
}
