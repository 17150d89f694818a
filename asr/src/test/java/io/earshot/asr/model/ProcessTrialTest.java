package io.earshot.asr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine in a process of its own, with the real English model and with broken ones. */
class ProcessTrialTest {
  @TempDir Path folder;

  private Path model;
  private Path scratch;

  @BeforeEach
  void unpack() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target", "models"))) {
      Path archive = files.filter(ModelLayout::isArchive).findFirst().orElseThrow();
      model = new ModelArchive(archive).unpack(folder.resolve("model"));
    }
    scratch = folder.resolve("scratch");
  }

  @Test
  void hearsWordsWithAModelThatWorks() throws IOException {
    ModelTrial.Result result = trial(Duration.ofMinutes(2)).of(model, ModelKind.SPEECH, "en");
    assertThat(result.clip()).isTrue();
    assertThat(result.words()).isBetween(5, 15);
    assertThat(trial(Duration.ofMinutes(2)).of(model, ModelKind.SPEECH, "xx").clip()).isFalse();
    assertNothingLeft();
  }

  @Test
  void survivesModelsThatEndOrCrashTheEngine() throws IOException {
    for (String file : new String[] {"am/final.mdl", "graph/HCLr.fst", "graph/Gr.fst"}) {
      byte[] whole = Files.readAllBytes(model.resolve(file));
      byte[] noise = whole.clone();
      new Random(3).nextBytes(noise);
      Files.write(model.resolve(file), noise);
      assertThatThrownBy(() -> trial(Duration.ofMinutes(2)).of(model, ModelKind.SPEECH, "en"))
          .as(file)
          .isInstanceOf(EarshotException.class)
          .hasMessageContaining("does not work");
      Files.write(model.resolve(file), whole);
    }
    assertNothingLeft();
  }

  @Test
  void endsTrialsThatTakeTooLong() throws IOException {
    assertThatThrownBy(() -> trial(Duration.ofMillis(1)).of(model, ModelKind.SPEECH, "en"))
        .hasMessageContaining("not ready within");
    assertNothingLeft();
  }

  @Test
  void refusesSpeakerModelsThatCanNotBeLoaded() {
    Path speakers = TinyModel.folder(folder.resolve("spk"), TinyModel.SPEAKERS);
    assertThatThrownBy(() -> trial(Duration.ofMinutes(2)).of(speakers, ModelKind.SPEAKER, ""))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("does not work");
  }

  private ModelTrial trial(Duration patience) {
    return new ProcessTrial(scratch, patience);
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.list(scratch)) {
      assertThat(files).isEmpty();
    }
  }
}
