package io.earshot.console.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Right;
import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import io.earshot.console.conversation.testing.FakeArchive;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationSectionTest {
  private static final Conversation CALL = Kept.call().conversation();
  private static final Conversation CHAT = Kept.chat().conversation();
  private static final String PATH = "/conversations/" + CALL.id();
  private static final String CHAT_PATH = "/conversations/" + CHAT.id();

  private final byte[] wav = new byte[1_000_003];
  private final byte[] originalWav = "what was said".getBytes(UTF_8);
  private final FakeArchive archive = new FakeArchive();
  private final RecordedAudit audit = new RecordedAudit();
  private TestConsole console;
  private final Map<Right, TestClient> programs = new EnumMap<>(Right.class);
  private TestClient client;
  private TestClient bob;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    new SplittableRandom(1).nextBytes(wav);
    archive.keep(Kept.call()).keep(Kept.chat());
    Peaks peaks = new Peaks(40, 20, List.of(new byte[] {0, 26}, new byte[] {(byte) 255, 1}));
    archive.keepSound(CALL.id(), Files.write(folder.resolve("a.wav"), wav), peaks);
    archive.keepOriginal(
        CALL.id(),
        List.of(Turn.written(0, Speaker.CUSTOMER, 0, "4012 8888 8888 1881")),
        Files.write(folder.resolve("b.wav"), originalWav));
    console =
        TestConsole.start(
            folder,
            own ->
                new ConversationSection(
                    archive, new VisibleConversations(archive, audit), audit, own.clock()));
    client = console.as("all", TestConsole.everything());
    bob =
        console.as(
            "bob",
            new UserRights(
                "Bob", List.of(Role.SUPERVISOR), "", List.of("repairs"), List.of(), true, true));
  }

  @BeforeEach
  void forget() {
    audit.audited();
  }

  @AfterAll
  void stop() throws Exception {
    console.close();
  }

  private TestReply get(String path, String... headers) {
    TestClient asking = client;
    for (int i = 0; i < headers.length; i += 2) {
      asking = asking.with(headers[i], headers[i + 1]);
    }
    return asking.get(path);
  }

  private static JsonNode json(int status, TestReply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    return reply.json();
  }

  @Test
  void opensACall() {
    JsonNode json = json(200, get(PATH));
    assertThat(json.at("/id").asText()).isEqualTo(CALL.id().value());
    assertThat(json.at("/received_at").asText()).isEqualTo("2026-03-04T10:15:00Z");
    assertThat(json.at("/agent").asText()).isEqualTo("anna");
    assertThat(json.at("/audio").asBoolean()).isTrue();
    assertThat(json.at("/redacted").asBoolean()).isTrue();
    assertThat(json.at("/original_kept").asBoolean()).isTrue();
    assertThat(json.at("/speaker_source").asText()).isEqualTo("tracks");
    assertThat(json.at("/turns/1/speaker_confidence").asDouble()).isEqualTo(0.8);
    assertThat(json.at("/turns/1/emotion/name").asText()).isEqualTo("angry");
    assertThat(json.at("/turns/1/words/0/alternatives/0").asText()).isEqualTo("hew");
    assertThat(json.at("/turns/1/redactions/0").toString())
        .isEqualTo("{\"type\":\"card\",\"start\":11,\"end\":17}");
    assertThat(audit.audited()).containsExactly("all open " + CALL.id());
  }

  @Test
  void opensAChat() {
    JsonNode json = json(200, get(CHAT_PATH));
    assertThat(json.at("/audio").asBoolean()).isFalse();
    assertThat(json.at("/turns/0/words").isEmpty()).isTrue();
    json(404, get(CHAT_PATH + "/peaks"));
    json(404, get(CHAT_PATH + "/audio"));
    json(404, get(CHAT_PATH + "/original"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/peaks", "/audio", "/transcript", "/original"})
  void hidesWhatLiesOutsideOfTheScope(String part) {
    TestReply hidden = bob.get(PATH + part);
    TestReply missing = bob.get("/conversations/" + "0".repeat(32) + part);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.bytes()).isEqualTo(missing.bytes());
    assertThat(audit.audited())
        .containsExactly("bob denied %s outside of the scope".formatted(CALL.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ABCDEF0123456789ABCDEF0123456789", "-", "null", "__proto__"})
  void findsNothingUnderOddIds(String id) {
    json(404, get("/conversations/" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2F..%2Fetc", "%00", "a%20b", "%E4%BD%A0"})
  void refusesHostileIds(String id) {
    assertThat(get("/conversations/" + id).status()).isIn(400, 404);
    assertThat(get("/conversations/" + "a".repeat(1000)).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "SEARCH, '', 200",
    "LISTEN, '', 403",
    "EXPORT, /transcript, 200",
    "SEARCH, /transcript, 403",
    "LISTEN, /peaks, 200",
    "SEARCH, /peaks, 403",
    "LISTEN, /audio, 200",
    "SEARCH, /audio, 403",
    "LISTEN, /audio?original=true, 403",
    "LISTEN, /audio?download=true, 403",
    "REVEAL, /audio?original=true, 403",
    "REVEAL, /original, 200",
    "EXPORT, /original, 403"
  })
  void asksForTheRight(Right right, String part, int status) {
    TestClient program = programs.computeIfAbsent(right, console::program);
    assertThat(program.get(PATH + part).status()).isEqualTo(status);
  }

  @Test
  void givesPeaks() {
    JsonNode json = json(200, get(PATH + "/peaks"));
    assertThat(json.toString())
        .isEqualTo(
            "{\"duration_ms\":40,\"stretch_ms\":20,\"tracks\":["
                + "{\"speaker\":\"agent\",\"peaks\":[0,0.102]},"
                + "{\"speaker\":\"customer\",\"peaks\":[1,0.004]}]}");
  }

  @Test
  void revealsTheTurns() {
    JsonNode json = json(200, get(PATH + "/original"));
    assertThat(json.at("/0/text").asText()).startsWith("4012");
    assertThat(audit.audited()).containsExactly("all reveal %s turns".formatted(CALL.id()));
  }

  @ParameterizedTest
  @CsvSource({"call, text, txt", "call, vtt, vtt", "chat, text, txt", "chat, vtt, vtt"})
  void writesTranscripts(String which, String format, String ending) throws IOException {
    Conversation conversation = which.equals("call") ? CALL : CHAT;
    TestReply response =
        get("/conversations/%s/transcript?format=%s".formatted(conversation.id(), format));
    assertThat(response.header("Content-Disposition"))
        .startsWith("attachment; filename=\"%s.%s\"".formatted(conversation.id(), ending));
    try (var golden =
        getClass().getResourceAsStream("/transcripts/%s.%s".formatted(which, ending))) {
      assertThat(new String(response.bytes(), UTF_8))
          .isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    assertThat(audit.audited())
        .containsExactly("all download %s transcript %s".formatted(conversation.id(), format));
  }

  @ParameterizedTest
  @CsvSource({
    "srt, application/x-subrip, 1",
    "ctm, text/plain, ''",
    "rttm, text/plain, SPEAKER",
    "vcon, application/vcon+json, {\"vcon\":\"0.4.0\""
  })
  void writesTranscriptsForPrograms(String format, String type, String begin) {
    TestReply response = get(PATH + "/transcript?format=" + format);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith(type);
    assertThat(response.header("Content-Disposition")).contains(CALL.id() + "." + format);
    assertThat(new String(response.bytes(), UTF_8)).startsWith(begin);
  }

  @Test
  void writesATranscriptAsJson() {
    TestReply response = get(PATH + "/transcript?format=json");
    JsonNode json = json(200, response);
    assertThat(json).isEqualTo(json(200, get(PATH)));
    assertThat(response.header("Content-Disposition")).contains(CALL.id() + ".json");
  }

  @Test
  void sendsAllOfARecording() {
    TestReply response = get(PATH + "/audio");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.bytes()).isEqualTo(wav);
    assertThat(response.header("Content-Type")).contains("audio/wav");
    assertThat(response.header("Accept-Ranges")).contains("bytes");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.header("Content-Disposition")).isEmpty();
  }

  @Test
  void sendsAnyPart() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 60; round++) {
      int from = random.nextInt(wav.length);
      int to = Math.min(wav.length, from + 1 + random.nextInt(600_000));
      TestReply response = get(PATH + "/audio", "Range", "bytes=%d-%d".formatted(from, to - 1));
      assertThat(response.status()).isEqualTo(206);
      assertThat(response.header("Content-Range"))
          .contains("bytes %d-%d/%d".formatted(from, to - 1, wav.length));
      assertThat(response.bytes()).isEqualTo(Arrays.copyOfRange(wav, from, to));
    }
  }

  @Test
  void tellsWhenThereIsNoSuchPart() {
    TestReply response = get(PATH + "/audio", "Range", "bytes=1000003-");
    assertThat(response.status()).isEqualTo(416);
    assertThat(response.header("Content-Range")).contains("bytes */1000003");
    assertThat(response.bytes()).isEmpty();
  }

  @Test
  void keepsToTheRecordingAPartIsOf() {
    String tag = get(PATH + "/audio").header("ETag");
    assertThat(tag).matches("\"[0-9a-z-]+\"");
    assertThat(part(tag)).isEqualTo(206);
    assertThat(part("\"another\"")).isEqualTo(200);
    assertThat(part("Wed, 21 Oct 2015 07:28:00 GMT")).isEqualTo(200);
  }

  private int part(String condition) {
    return get(PATH + "/audio", "Range", "bytes=0-9", "If-Range", condition).status();
  }

  @Test
  void answersHeadWithoutABody() {
    TestReply response = client.send("HEAD", PATH + "/audio", null);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Length")).contains("1000003");
    assertThat(response.bytes()).isEmpty();
    assertThat(get(PATH + "/audio").bytes()).isEqualTo(wav);
  }

  @Test
  void notesListeningOnceForEachOpening() {
    String listened = "all listen %s audio".formatted(CALL.id());
    for (int opening = 0; opening < 2; opening++) {
      get(PATH);
      get(PATH + "/audio", "Range", "bytes=0-99");
      get(PATH + "/audio", "Range", "bytes=100-");
      assertThat(audit.audited()).containsExactly("all open " + CALL.id(), listened);
    }
  }

  @Test
  void refusesToRevealSoundWithoutTheRight() {
    TestClient supervisor = console.as("sue", UserRights.of("Sue", Role.SUPERVISOR));
    json(403, supervisor.get(PATH + "/audio?original=true"));
    assertThat(audit.audited())
        .containsExactly("sue denied %s getAudio reveal".formatted(CALL.id()));
  }

  @Test
  void tellsWhenOriginalsAreNotKept() {
    archive.keep(Kept.otherCall());
    String path = "/conversations/" + Kept.otherCall().conversation().id();
    TestReply reply = get(path + "/original");
    assertThat(json(404, reply).at("/detail").asText()).contains("originals.keep");
    json(404, get(path + "/audio?original=true"));
  }

  @Test
  void revealsTheSound() {
    get(PATH);
    audit.audited();
    TestReply response = get(PATH + "/audio?original=true&download=true");
    assertThat(response.bytes()).isEqualTo(originalWav);
    assertThat(response.header("Content-Disposition")).contains(CALL.id() + "-original.wav");
    assertThat(audit.audited())
        .containsExactly("all reveal %s audio original download".formatted(CALL.id()));
  }
}
