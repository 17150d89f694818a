package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.sound.WavFile;
import io.earshot.asr.testing.TranscriberContract;
import io.earshot.conversation.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The real engine with the real English model on a few spoken digits. */
class VoskTranscriberTest extends TranscriberContract {
  private static final Path DIGITS = Path.of("../../shared/data/digits");

  @Override
  protected Transcriber open() {
    SpeechModels models =
        new SpeechModels(Path.of("target", "models"), Path.of("target", "installed"));
    return VoskTranscriber.open(SpeechSettings.defaults(), models);
  }

  @Override
  protected Recording recording() throws IOException {
    return Recording.of(spoken());
  }

  @Test
  void hearsDigits() throws IOException {
    Recording recording = recording();
    try (Transcriber transcriber = open()) {
      List<Turn> turns = transcriber.transcribe(recording, Progress.NONE).turns();
      String text = String.join(" ", turns.stream().map(Turn::text).toList());
      assertThat(Stream.of(text.split(" ")).filter(DIGIT_NAMES::contains).count())
          .isGreaterThanOrEqualTo(7);
    }
  }

  @Test
  void measuresEveryTurn() throws IOException {
    Recording recording = recording();
    try (Transcriber transcriber = open()) {
      assertThat(transcriber.transcribe(recording, Progress.NONE).turns())
          .isNotEmpty()
          .allSatisfy(turn -> assertThat(turn.sound()).isPresent())
          .anySatisfy(turn -> assertThat(turn.voice().pitchHz()).isBetween(70.0, 300.0));
    }
  }

  private static final List<String> DIGIT_NAMES =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  /** Ten digits by one speaker with half a second between them. */
  private Path spoken() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DIGITS), "no spoken digits beside the checkout");
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.list(DIGITS)) {
      for (Path file :
          files.sorted().filter(path -> path.toString().endsWith(".wav")).limit(10).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        sound.write(bytes, 44, (bytes.length - 44) / 2 * 2);
        sound.write(new byte[8000]);
      }
    }
    return new WavFile().data(sound.toByteArray()).write(folder.resolve("digits.wav"));
  }
}
