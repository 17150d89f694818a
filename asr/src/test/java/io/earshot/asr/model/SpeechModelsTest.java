package io.earshot.asr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechModelsTest {
  @TempDir Path folder;

  private Path own;
  private Path installed;
  private SpeechModels models;

  @BeforeEach
  void makeModel() {
    own = TinyModel.folder(folder.resolve("vosk-model-tiny"), TinyModel.SPEECH);
    installed = folder.resolve("installed");
    models = new SpeechModels(folder.resolve("bundled"), installed);
  }

  @Test
  void tunesACopyAndLeavesTheUsersModelAlone() throws IOException {
    Path copy = models.ready(model(own));
    assertThat(copy.getFileName().toString()).startsWith("vosk-model-tiny-");
    assertThat(copy.resolve("conf/mfcc.conf")).content().contains("--dither=0");
    assertThat(Files.readAllLines(copy.resolve("conf/model.conf")))
        .contains("--min-active=20", "--frames-per-chunk=51", "--beam=9.0")
        .doesNotContain("--min-active=200");
    for (String file : TinyModel.SPEECH) {
      assertThat(own.resolve(file)).hasContent(TinyModel.CONTENT);
      assertThat(copy.resolve(file)).exists();
    }
  }

  @Test
  void installsOnce() throws IOException {
    Path first = models.ready(model(own));
    Files.writeString(first.resolve("mark"), "x");
    Path second = models.ready(model(own));
    assertThat(second).isEqualTo(first);
    assertThat(second.resolve("mark")).exists();
    assertNoLeftovers();
  }

  @Test
  void unpacksAnArchiveWhereverTheModelLiesInIt() throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    TinyModel.zip(
        bundled.resolve("model-en-1.aar"),
        TinyModel.SPEECH.stream().map(name -> "assets/model-en-us/" + name).toList());
    SpeechModel shipped = models.shipped();
    assertThat(shipped.name()).isEqualTo("model-en-1");
    Path copy = models.ready(shipped);
    assertThat(copy.resolve("am/final.mdl")).exists();
    assertThat(copy.resolve("conf/mfcc.conf")).content().contains("--dither=0");
    assertNoLeftovers();
  }

  @Test
  void takesNoSpeakerModelForOneOfSpeech() throws IOException {
    Path speakers = TinyModel.folder(folder.resolve("vosk-model-spk"), TinyModel.SPEAKERS);
    assertRefused(speakers, "am/final.mdl");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Files.delete(own.resolve("graph/Gr.fst"));
    assertRefused(own, "graph/Gr.fst");
    assertThatThrownBy(models::shipped).hasMessageContaining("missing from");
  }

  private void assertRefused(Path source, String reason) throws IOException {
    assertThatThrownBy(() -> models.ready(model(source)))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining(reason);
    if (Files.exists(installed)) {
      assertNoLeftovers();
    }
  }

  private static SpeechModel model(Path source) {
    return new SpeechModel(SpeechModels.name(source), "zh", source, ModelOrigin.OWN, 0);
  }

  private void assertNoLeftovers() throws IOException {
    try (Stream<Path> entries = Files.list(installed)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }
}
