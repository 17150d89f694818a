package io.earshot.asr.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.Progress;
import io.earshot.asr.Recording;
import io.earshot.asr.Transcriber;
import io.earshot.asr.Transcript;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every transcriber promises. */
public abstract class TranscriberContract {
  @TempDir public Path folder;

  private Transcriber transcriber;

  protected abstract Transcriber open();

  /** A recording in which something is said. */
  protected abstract Recording recording() throws IOException;

  @BeforeEach
  void start() {
    transcriber = open();
  }

  @AfterEach
  void end() {
    transcriber.close();
  }

  @Test
  void givesTurnsInOrderWithWordsThatDoNotOverlap() throws IOException {
    Transcript transcript = transcriber.transcribe(recording(), Progress.NONE);
    assertThat(transcript.turns()).isNotEmpty();
    assertThat(transcript.language()).isEqualTo("en");
    Map<Integer, Long> ends = new HashMap<>();
    long lastStart = 0;
    for (Turn turn : transcript.turns()) {
      assertThat(turn.index()).isEqualTo(transcript.turns().indexOf(turn));
      assertThat(turn.startMs()).isGreaterThanOrEqualTo(lastStart);
      assertThat(turn.endMs()).isLessThanOrEqualTo(transcript.audioMs() + 100);
      assertThat(turn.confidence()).isBetween(0.0, 1.0);
      lastStart = turn.startMs();
      for (Word word : turn.words()) {
        assertThat(word.startMs())
            .isGreaterThanOrEqualTo(ends.getOrDefault(turn.audioChannel(), 0L));
        assertThat(word.endMs()).isGreaterThanOrEqualTo(word.startMs());
        ends.put(turn.audioChannel(), word.endMs());
      }
    }
  }

  @Test
  void givesDoubtfulWordsFewOtherWords() throws IOException {
    for (Turn turn : transcriber.transcribe(recording(), Progress.NONE).turns()) {
      for (Word word : turn.words()) {
        assertThat(word.alternatives())
            .hasSizeLessThanOrEqualTo(3)
            .doesNotHaveDuplicates()
            .doesNotContain(word.text(), "");
      }
    }
  }

  @Test
  void tellsHowTurnsSoundedWithinBounds() throws IOException {
    for (Turn turn : transcriber.transcribe(recording(), Progress.NONE).turns()) {
      turn.sound()
          .ifPresent(
              voice -> {
                assertThat(voice.pitchHz()).isBetween(0.0, 450.0);
                assertThat(voice.pitchRange()).isBetween(0.0, 24.0);
                assertThat(voice.levelDbfs()).isBetween(-128.0, 1.0);
                assertThat(voice.levelRange()).isBetween(0.0, 128.0);
                assertThat(voice.tiltDb()).isBetween(-64.0, 64.0);
                assertThat(voice.voicedShare()).isBetween(0.0, 1.0);
              });
    }
  }

  @Test
  void givesTheSameWordsAgain() throws IOException {
    Recording recording = recording();
    List<Turn> first = transcriber.transcribe(recording, Progress.NONE).turns();
    List<Turn> second = transcriber.transcribe(recording, Progress.NONE).turns();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void tellsItsProgressForwards() throws IOException {
    List<Long> told = new ArrayList<>();
    Transcript transcript =
        transcriber.transcribe(recording(), (audioMs, totalMs) -> told.add(audioMs));
    assertThat(told).isSorted().isNotEmpty();
    assertThat(told.get(told.size() - 1)).isGreaterThanOrEqualTo(transcript.audioMs());
  }

  @Test
  void refusesEmptyFiles() throws IOException {
    Recording empty = Recording.of(Files.createFile(folder.resolve("empty.wav")));
    assertThatThrownBy(() -> transcriber.transcribe(empty, Progress.NONE))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining("empty.wav");
  }

  @Test
  void refusesMissingFiles() {
    Recording missing = Recording.of(folder.resolve("missing.wav"));
    assertThatThrownBy(() -> transcriber.transcribe(missing, Progress.NONE))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("missing.wav");
  }

  @Test
  void isHealthyAndClosesTwice() throws IOException {
    assertThat(transcriber.check().ok()).isTrue();
    Recording recording = recording();
    transcriber.close();
    assertThatCode(transcriber::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> transcriber.transcribe(recording, Progress.NONE))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
  }
}
