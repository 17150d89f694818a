package io.earshot.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.asr.sound.CallSound;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Redaction;
import io.earshot.ingest.vault.ConversationJson;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Personal data from the file to the index, with the real parts: nowhere under the home does it
 * stand in the clear, in the recording it is silent, and who holds the key can see it.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class RedactionFlowTest {
  private static final List<String> SECRETS =
      List.of("4012888888881881", "11010519491231002X", "ida.meyer@example.org", "13800138000");

  private static final String CHAT =
      """
      Customer: Hello, my card is 4012888888881881, write to ida.meyer@example.org
      Agent: Thank you, I have found the parcel.
      Customer: 我的身份证号是11010519491231002X，手机13800138000
      Agent: 好的，已经登记了。
      """;

  /** What is mended away holds a secret, what is left does not. */
  private static final String HIDDEN =
      """
      Customer: 请看<a href="tel:13800138000">这里</a>
      Agent: 好的，谢谢。
      """;

  @TempDir static Path folder;

  private static Home home;
  private static JsonNode chat;
  private static JsonNode call;

  @BeforeAll
  static void process() throws Exception {
    home = TestHome.in(folder.resolve("home"), "originals: {keep: true}");
    Path file = Files.writeString(folder.resolve("secrets.txt"), CHAT);
    Path hidden = Files.writeString(folder.resolve("hidden.txt"), HIDDEN);
    Path recording = home.checkout().resolve("samples/calls/late-parcel.wav");
    List<String> lines =
        run("process", hidden.toString(), file.toString(), recording.toString(), "--json")
            .output()
            .lines()
            .toList();
    for (String line : lines) {
      JsonNode one = ConversationJson.mapper().readTree(line);
      assertThat(one.get("status").asText()).as(line).isEqualTo("indexed");
      if (one.get("channel").asText().equals("call")) {
        call = one;
      } else if (one.get("source").asText().equals("secrets.txt")) {
        chat = one;
      }
    }
  }

  private record Ended(int exit, String output, String errors) {}

  private static Ended run(String... arguments) throws Exception {
    Path errors = Files.createTempFile(folder, "stderr", ".txt");
    Process process = TestHome.command(home, arguments).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(errors));
  }

  @Test
  void nothingOfItStandsAnywhereUnderTheHome() throws IOException {
    try (Stream<Path> files = Files.walk(home.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertThat(SECRETS.stream().filter(bytes::contains)).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void itIsSilentInTheRecordingThatIsKept() {
    ConversationId id = new ConversationId(call.get("id").asText());
    MediaDecoder decoder = Models.decoder(home, Settings.load(home.settingsFile()));
    try (Vault vault = Vault.open(home.vault());
        CallSound sound = CallSound.open(vault.media(id), decoder)) {
      List<Redaction> redactions = vault.redactions(id);
      assertThat(redactions).extracting(Redaction::type).contains("person");
      float[][] heard = whole(sound);
      for (Redaction redaction : redactions) {
        float[] track = heard[redaction.audioChannel()];
        int from = (int) (redaction.startMs() * sound.sampleRate() / 1000);
        int to = (int) (redaction.endMs() * sound.sampleRate() / 1000);
        assertThat(loudest(track, from, to)).as(redaction.toString()).isLessThan(1f);
        assertThat(loudest(track, 0, track.length)).isGreaterThan(500f);
      }
    }
  }

  private static float[][] whole(CallSound sound) {
    float[][] all = new float[sound.tracks()][0];
    float[][] piece = new float[sound.tracks()][8_192];
    for (int read = sound.read(piece); read > 0; read = sound.read(piece)) {
      for (int track = 0; track < all.length; track++) {
        int before = all[track].length;
        all[track] = java.util.Arrays.copyOf(all[track], before + read);
        System.arraycopy(piece[track], 0, all[track], before, read);
      }
    }
    return all;
  }

  private static float loudest(float[] track, int from, int to) {
    float loudest = 0;
    for (int i = from; i < Math.min(to, track.length); i++) {
      loudest = Math.max(loudest, Math.abs(track[i]));
    }
    return loudest;
  }

  @Test
  void whoHoldsTheKeySeesAndHearsIt() throws Exception {
    Ended text = run("reveal", chat.get("id").asText());
    assertThat(text.exit()).as(text.errors()).isZero();
    assertThat(text.output()).contains(SECRETS);

    Path heard = folder.resolve("heard");
    Ended sound = run("reveal", call.get("id").asText(), "--to", heard.toString());
    assertThat(sound.exit()).as(sound.errors()).isZero();
    try (Stream<Path> files = Files.list(heard)) {
      assertThat(Files.readAllBytes(files.findFirst().orElseThrow()))
          .isEqualTo(Files.readAllBytes(home.checkout().resolve("samples/calls/late-parcel.wav")));
    }
    Ended unknown = run("reveal", ConversationId.ofText("nothing").value());
    assertThat(unknown.exit()).isNotZero();
    assertThat(unknown.errors()).contains("earshot: ");
  }

  @Test
  void redactWritesMaskedTextAndSilencedSoundAndKeepsNothing() throws Exception {
    Path out = folder.resolve("out");
    Path file = Files.writeString(folder.resolve("by-hand.txt"), CHAT);
    Path recording = home.checkout().resolve("samples/calls/late-parcel.wav");

    Ended ended =
        run("redact", "--json", "--to", out.toString(), file.toString(), recording.toString());

    assertThat(ended.exit()).as(ended.errors()).isZero();
    assertThat(ended.output()).contains("[CARD]", "[EMAIL]", "[ID]", "[PHONE]");
    assertThat(ended.output()).doesNotContain(SECRETS);
    assertThat(out.resolve("by-hand.txt.redacted.txt")).content().contains("[CARD]");
    JsonNode line = ConversationJson.mapper().readTree(ended.output().lines().toList().get(1));
    assertThat(Path.of(line.get("audio").asText())).exists();
    assertThat(line.get("silenced")).isNotEmpty();
  }
}
