package io.earshot.routes.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.console.conversation.Archive;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.Sound;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Seal;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.stage.Playable;
import io.earshot.testkit.GeneratedAudio;
import io.earshot.testkit.SampleFormat;
import io.earshot.testkit.TestAnalyses;
import io.earshot.testkit.TestConversations;
import io.earshot.testkit.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The archive that serves. */
class VaultArchiveTest extends ArchiveContract {
  private static final Duration WALL = Duration.ofSeconds(1);

  private Vault vault;
  private Playable playable;
  private VaultArchive archive;

  @BeforeEach
  void open() {
    vault = Vault.open(folder.resolve("vault"), Optional.of(Seal.open(folder.resolve("key"))));
    MediaDecoder decoder = new MediaDecoder(folder.resolve("cache"), DecodeLimits.defaults());
    playable = new Playable(vault, decoder, folder.resolve("scratch"));
    archive = new VaultArchive(vault, playable);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Override
  Archive holding(Archived chat, Archived call, Path sound, Archived redacted, List<Turn> was) {
    put(chat.conversation(), List.of());
    put(call.conversation(), List.of(sound));
    Conversation masked = redacted.conversation();
    put(masked.withTurns(was, masked.durationMs()), List.of(sound));
    vault.keepRedacted(masked, redacted.redactions(), Optional.of(sound));
    for (Archived kept : List.of(chat, call, redacted)) {
      vault.keepAnalysis(id(kept), kept.analysis());
      vault.indexed(id(kept), WALL);
    }
    return archive;
  }

  private void put(Conversation conversation, List<Path> media) {
    List<String> names = media.isEmpty() ? List.of() : names(media);
    Conversation received = media.isEmpty() ? conversation : conversation.withTurns(List.of(), 0);
    List<Speaker> roles = List.of(Speaker.AGENT, Speaker.CUSTOMER);
    assertThat(vault.put(new Envelope(received, names, roles, RECEIVED, "/in/x"), media)).isTrue();
    if (!media.isEmpty()) {
      vault.keepConversation(conversation);
    }
  }

  private static List<String> names(List<Path> media) {
    return media.size() == 1 ? List.of("0.wav") : List.of("0.wav", "1.wav");
  }

  private ConversationId indexed(List<Path> media) {
    Conversation conversation = TestConversations.call(9, 4);
    put(conversation, media);
    vault.keepAnalysis(conversation.id(), TestAnalyses.of(conversation));
    vault.indexed(conversation.id(), WALL);
    return conversation.id();
  }

  @Test
  void knowsNothingOfWhatIsOnItsWayOrInQuarantine() {
    Conversation conversation = TestConversations.call(9, 4);
    put(conversation, List.of(sound()));
    vault.keepAnalysis(conversation.id(), TestAnalyses.of(conversation));
    assertThat(archive.find(conversation.id())).isEmpty();
    assertThat(archive.sound(conversation.id())).isEmpty();
    vault.quarantine(
        conversation.id(), new Quarantine(Stage.INDEX, ErrorKind.BUG, "why", Instant.now()));
    assertThat(archive.find(conversation.id())).isEmpty();
  }

  @Test
  void makesOneRecordingOfTwoTelephoneFiles() {
    Track track = Track.at(8000).tone(440, Duration.ofSeconds(2), 0.5);
    Path agent = GeneratedAudio.write(folder.resolve("a.wav"), SampleFormat.MU_LAW, track);
    Path customer = GeneratedAudio.write(folder.resolve("b.wav"), SampleFormat.A_LAW, track);
    ConversationId id = indexed(List.of(agent, customer));
    try (Sound sound = archive.sound(id).orElseThrow()) {
      assertThat(sound.bytes()).isEqualTo(44 + 2L * 2 * 8000 * 2);
    }
    assertThat(AudioFile.isPlain(vault.playable(id).orElseThrow())).isTrue();
    assertThat(vault.peaks(id).orElseThrow().tracks()).hasSize(2);
  }

  @Test
  void copiesNothingThatPlaysAsItIs() {
    ConversationId id = indexed(List.of(sound()));
    archive.sound(id).orElseThrow().close();
    assertThat(archive.peaks(id)).isPresent();
    assertThat(vault.playable(id)).isEmpty();
  }

  @Test
  void makesAgainWhatIsDamaged() throws IOException {
    ConversationId id = indexed(List.of(sound()));
    byte[] whole = archive.peaks(id).orElseThrow().tracks().get(0);
    Path file = folder.resolve("vault").resolve(id.value().substring(0, 2)).resolve(id.value());
    Files.write(file.resolve("peaks.bin"), new byte[] {0x45, 0x56, 0x50, 0x31, 9});
    assertThat(archive.peaks(id).orElseThrow().tracks().get(0)).isEqualTo(whole);
  }

  @Test
  void leavesNothingOfRawSoundBehindARedaction() {
    Track track = Track.at(8000).tone(440, Duration.ofSeconds(2), 0.5);
    Path raw = GeneratedAudio.write(folder.resolve("a.wav"), SampleFormat.MU_LAW, track);
    ConversationId id = indexed(List.of(raw));
    archive.sound(id).orElseThrow().close();
    Path silent =
        GeneratedAudio.write(
            folder.resolve("s.wav"), SampleFormat.PCM16, Track.at(8000).silence(WALL));
    vault.keepRedacted(vault.conversation(id), List.of(), Optional.of(silent));
    assertThat(vault.playable(id)).isEmpty();
    assertThat(vault.peaks(id)).isEmpty();
    assertThat(playable.peaks(id).orElseThrow().tracks().get(0)).containsOnly(0);
    vault.keepPlayable(id, raw); // by who read the raw sound while it was redacted
    vault.indexed(id, WALL);
    assertThat(vault.playable(id)).isEmpty();
  }

  @Test
  void leavesNothingOfAnOriginalBehind() throws IOException {
    revealsWhatWasRedacted();
    try (var files = Files.list(folder.resolve("scratch"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void removesWhatAKilledProcessLeft() throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    Files.writeString(Files.createDirectory(scratch.resolve("original1")).resolve("0.wav"), "raw");
    Files.writeString(scratch.resolve("sound1.wav"), "raw");
    playable.removeLeftovers();
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void goesWithTheConversation() {
    ConversationId id = indexed(List.of(sound()));
    archive.peaks(id);
    assertThat(vault.remove(id)).isTrue();
    assertThat(archive.find(id)).isEmpty();
    assertThat(folder.resolve("vault").resolve(id.value().substring(0, 2)).resolve(id.value()))
        .doesNotExist();
  }
}
