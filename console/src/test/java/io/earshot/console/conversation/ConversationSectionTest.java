package io.earshot.console.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.access.Right;
import io.earshot.console.conversation.testing.FakeArchive;
import io.earshot.console.testing.TestConsole;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.search.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationSectionTest {
  private static final Conversation CALL = Kept.call().conversation();
  private static final Conversation CHAT = Kept.chat().conversation();
  private static final String PATH = "/conversations/" + CALL.id();
  private static final String CHAT_PATH = "/conversations/" + CHAT.id();

  @TempDir private Path folder;
  private final byte[] wav = new byte[1_000_003];
  private final byte[] originalWav = "what was said".getBytes(UTF_8);
  private final FakeArchive archive = new FakeArchive();
  private TestConsole console;

  @BeforeEach
  void start() throws IOException {
    new SplittableRandom(1).nextBytes(wav);
    archive.keep(Kept.call()).keep(Kept.chat());
    Peaks peaks = new Peaks(40, 20, List.of(new byte[] {0, 26}, new byte[] {(byte) 255, 1}));
    archive.keepSound(CALL.id(), Files.write(folder.resolve("a.wav"), wav), peaks);
    archive.keepOriginal(
        CALL.id(),
        List.of(Turn.written(0, Speaker.CUSTOMER, 0, "4012 8888 8888 1881")),
        Files.write(folder.resolve("b.wav"), originalWav));
    console =
        new TestConsole(
            (api, audit) ->
                new ConversationSection(
                        archive, new VisibleConversations(archive, audit), audit, Clock.systemUTC())
                    .register(api));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void opensACall() {
    JsonNode json = console.json(console.get(PATH), 200, "openConversation");
    assertThat(json.at("/id").asText()).isEqualTo(CALL.id().value());
    assertThat(json.at("/received_at").asText()).isEqualTo("2026-03-04T10:15:00Z");
    assertThat(json.at("/agent").asText()).isEqualTo("anna");
    assertThat(json.at("/audio").asBoolean()).isTrue();
    assertThat(json.at("/redacted").asBoolean()).isTrue();
    assertThat(json.at("/original_kept").asBoolean()).isTrue();
    assertThat(json.at("/speaker_source").asText()).isEqualTo("tracks");
    assertThat(json.at("/turns/1/emotion/name").asText()).isEqualTo("angry");
    assertThat(json.at("/turns/1/words/0/alternatives/0").asText()).isEqualTo("hew");
    assertThat(json.at("/turns/1/redactions/0").toString())
        .isEqualTo("{\"type\":\"card\",\"start\":11,\"end\":17}");
    assertThat(console.audited()).containsExactly("all open " + CALL.id());
  }

  @Test
  void opensAChat() {
    JsonNode json = console.json(console.get(CHAT_PATH), 200, "openConversation");
    assertThat(json.at("/audio").asBoolean()).isFalse();
    assertThat(json.at("/turns/0/words").isEmpty()).isTrue();
    console.json(console.get(CHAT_PATH + "/peaks"), 404, "getPeaks");
    console.json(console.get(CHAT_PATH + "/audio"), 404, "getAudio");
    console.json(console.get(CHAT_PATH + "/original"), 404, "revealConversation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/peaks", "/audio", "/transcript", "/original"})
  void hidesWhatLiesOutsideOfTheScope(String part) {
    console.allow(
        "bob", EnumSet.allOf(Right.class), new Scope(false, Set.of("bert"), true, Set.of()));
    HttpResponse<byte[]> hidden = console.send("bob", "GET", PATH + part, "");
    HttpResponse<byte[]> missing =
        console.send("bob", "GET", "/conversations/" + "0".repeat(32) + part, "");
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(missing.body());
    assertThat(console.audited())
        .containsExactly("bob denied %s outside of the scope".formatted(CALL.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ABCDEF0123456789ABCDEF0123456789", "-", "null", "__proto__"})
  void findsNothingUnderOddIds(String id) {
    console.json(console.get("/conversations/" + id), 404, "openConversation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2F..%2Fetc", "%00", "a%20b", "%E4%BD%A0"})
  void refusesHostileIds(String id) {
    assertThat(console.get("/conversations/" + id).statusCode()).isIn(400, 404);
    assertThat(console.get("/conversations/" + "a".repeat(5000)).statusCode()).isIn(400, 404, 414);
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
    console.allow("one", EnumSet.of(right), Scope.ALL);
    assertThat(console.send("one", "GET", PATH + part, "").statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(console.audited()).singleElement().asString().startsWith("one denied ");
    }
  }

  @Test
  void givesPeaks() throws IOException {
    JsonNode json = console.json(console.get(PATH + "/peaks"), 200, "getPeaks");
    assertThat(json.toString())
        .isEqualTo(
            "{\"duration_ms\":40,\"stretch_ms\":20,\"tracks\":["
                + "{\"speaker\":\"agent\",\"peaks\":[0,0.102]},"
                + "{\"speaker\":\"customer\",\"peaks\":[1,0.004]}]}");
  }

  @Test
  void revealsTheTurns() {
    JsonNode json = console.json(console.get(PATH + "/original"), 200, "revealConversation");
    assertThat(json.at("/0/text").asText()).startsWith("4012");
    assertThat(console.audited()).containsExactly("all reveal %s turns".formatted(CALL.id()));
  }

  @ParameterizedTest
  @CsvSource({"call, text, txt", "call, vtt, vtt", "chat, text, txt", "chat, vtt, vtt"})
  void writesTranscripts(String which, String format, String ending) throws IOException {
    Conversation conversation = which.equals("call") ? CALL : CHAT;
    HttpResponse<byte[]> response =
        console.get("/conversations/%s/transcript?format=%s".formatted(conversation.id(), format));
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"%s.%s\"".formatted(conversation.id(), ending));
    try (var golden =
        getClass().getResourceAsStream("/transcripts/%s.%s".formatted(which, ending))) {
      assertThat(new String(response.body(), UTF_8))
          .isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    assertThat(console.audited())
        .containsExactly("all download %s transcript %s".formatted(conversation.id(), format));
  }

  @Test
  void writesATranscriptAsJson() {
    HttpResponse<byte[]> response = console.get(PATH + "/transcript?format=json");
    JsonNode json = console.json(response, 200, "getTranscript");
    assertThat(json).isEqualTo(console.json(console.get(PATH), 200, "openConversation"));
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .contains(CALL.id() + ".json");
  }

  @Test
  void sendsAllOfARecording() {
    HttpResponse<byte[]> response = console.get(PATH + "/audio");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(wav);
    assertThat(response.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(response.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void sendsAnyPart() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 60; round++) {
      int from = random.nextInt(wav.length);
      int to = Math.min(wav.length, from + 1 + random.nextInt(600_000));
      HttpResponse<byte[]> response =
          console.get(PATH + "/audio", "Range", "bytes=%d-%d".formatted(from, to - 1));
      assertThat(response.statusCode()).isEqualTo(206);
      assertThat(response.headers().firstValue("Content-Range"))
          .contains("bytes %d-%d/%d".formatted(from, to - 1, wav.length));
      assertThat(response.body()).isEqualTo(java.util.Arrays.copyOfRange(wav, from, to));
    }
  }

  @Test
  void tellsWhenThereIsNoSuchPart() {
    HttpResponse<byte[]> response = console.get(PATH + "/audio", "Range", "bytes=1000003-");
    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(response.headers().firstValue("Content-Range")).contains("bytes */1000003");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void keepsToTheRecordingAPartIsOf() {
    String tag = console.get(PATH + "/audio").headers().firstValue("ETag").orElseThrow();
    assertThat(tag).matches("\"[0-9a-z-]+\"");
    assertThat(part(tag)).isEqualTo(206);
    assertThat(part("\"another\"")).isEqualTo(200);
    assertThat(part("Wed, 21 Oct 2015 07:28:00 GMT")).isEqualTo(200);
  }

  private int part(String condition) {
    return console.get(PATH + "/audio", "Range", "bytes=0-9", "If-Range", condition).statusCode();
  }

  @Test
  void answersHeadWithoutABody() {
    HttpResponse<byte[]> response = console.send("all", "HEAD", PATH + "/audio", "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length")).contains("1000003");
    assertThat(response.body()).isEmpty();
    assertThat(console.get(PATH + "/audio").body()).isEqualTo(wav);
  }

  @Test
  void notesListeningOnceForEachOpening() {
    String listened = "all listen %s audio".formatted(CALL.id());
    console.get(PATH + "/audio", "Range", "bytes=0-99");
    console.get(PATH + "/audio", "Range", "bytes=100-");
    assertThat(console.audited()).containsExactly(listened);
    console.get(PATH);
    console.get(PATH + "/audio");
    assertThat(console.audited()).containsExactly("all open " + CALL.id(), listened);
  }

  @Test
  void revealsTheSound() {
    HttpResponse<byte[]> response = console.get(PATH + "/audio?original=true&download=true");
    assertThat(response.body()).isEqualTo(originalWav);
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .contains(CALL.id() + "-original.wav");
    assertThat(console.audited())
        .containsExactly("all reveal %s audio original download".formatted(CALL.id()));
  }
}
