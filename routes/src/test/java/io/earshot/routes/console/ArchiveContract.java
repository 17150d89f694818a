package io.earshot.routes.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.conversation.Archive;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.Sound;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Turn;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every archive does. */
abstract class ArchiveContract {
  static final Instant RECEIVED = Instant.parse("2026-03-04T10:15:00Z");
  private static final long WAV_HEAD_BYTES = 44;

  @TempDir Path folder;

  /** An archive with a chat, a call with a recording, and a call that was redacted. */
  abstract Archive holding(
      Archived chat, Archived call, Path sound, Archived redacted, List<Turn> was);

  private final Archived chat = archived(TestConversations.chat(1, 6, "zh"), List.of(), false);
  private final Archived call = archived(TestConversations.call(2, 6), List.of(), true);
  private final Archived redacted =
      archived(
          TestConversations.call(3, 4),
          List.of(new Redaction("card", 1, 0, 3, 1, 1000, 1500, 0.9)),
          true);

  private static Archived archived(
      Conversation conversation, List<Redaction> redactions, boolean sound) {
    return new Archived(
        conversation,
        TestAnalyses.of(conversation),
        redactions,
        RECEIVED,
        sound,
        !redactions.isEmpty());
  }

  private List<Turn> was() {
    Turn turn = redacted.conversation().turns().get(0);
    return List.of(turn.withText("4012 8888 8888 1881", List.of()));
  }

  private Archive archive() {
    return holding(chat, call, sound(), redacted, was());
  }

  Path sound() {
    Track agent = Track.at(8000).tone(440, Duration.ofSeconds(2), 0.5);
    Track customer =
        Track.at(8000).silence(Duration.ofSeconds(1)).tone(300, Duration.ofSeconds(1), 1);
    return GeneratedAudio.write(folder.resolve("call.wav"), SampleFormat.PCM16, agent, customer);
  }

  @Test
  void findsWhatIsKept() {
    Archive archive = archive();
    assertThat(archive.find(id(chat))).contains(chat);
    assertThat(archive.find(id(call))).contains(call);
    assertThat(archive.find(id(redacted))).contains(redacted);
  }

  @Test
  void knowsNothingOfOthers() {
    Archive archive = archive();
    ConversationId other = ConversationId.ofText("other");
    assertThat(archive.find(other)).isEmpty();
    assertThat(archive.peaks(other)).isEmpty();
    assertThat(archive.sound(other)).isEmpty();
    assertThat(archive.originalTurns(other)).isEmpty();
    assertThat(archive.originalSound(other)).isEmpty();
  }

  @Test
  void hasNoSoundForAChat() {
    Archive archive = archive();
    assertThat(archive.sound(id(chat))).isEmpty();
    assertThat(archive.peaks(id(chat))).isEmpty();
    assertThat(archive.originalSound(id(chat))).isEmpty();
  }

  @Test
  void givesTheRecordingWithItsOutline() throws IOException {
    long bytes = Files.size(sound());
    Archive archive = archive();
    try (Sound sound = archive.sound(id(call)).orElseThrow()) {
      assertThat(sound.bytes()).isEqualTo(bytes);
      assertThat(archive.sound(id(call)).orElseThrow().tag()).isEqualTo(sound.tag());
    }
    var peaks = archive.peaks(id(call)).orElseThrow();
    assertThat(peaks.durationMs()).isEqualTo(2000);
    assertThat(peaks.tracks()).hasSize(2);
    assertThat(peaks.tracks().get(1)[0]).isZero();
    assertThat(peaks.tracks().get(1)[99]).isNotZero();
  }

  @Test
  void revealsWhatWasRedacted() {
    Archive archive = archive();
    assertThat(archive.originalTurns(id(redacted))).contains(was());
    try (Sound original = archive.originalSound(id(redacted)).orElseThrow()) {
      assertThat(original.bytes()).isGreaterThan(WAV_HEAD_BYTES);
    }
    assertThat(archive.originalTurns(id(call))).isEmpty();
    assertThat(archive.originalSound(id(call))).isEmpty();
  }

  static ConversationId id(Archived kept) {
    return kept.conversation().id();
  }
}
