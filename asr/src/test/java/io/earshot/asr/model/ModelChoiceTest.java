package io.earshot.asr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
  private static final String SMALL = "vosk-model-small-cn-0.22";
  private static final String LARGE = "vosk-model-cn-0.22";
  private static final String ENGLISH = "vosk-model-en-us-0.22";

  @TempDir Path folder;

  private SpeechModels models;

  @BeforeEach
  void open() throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    TinyModel.zip(bundled.resolve("shipped.aar"));
    models = new SpeechModels(bundled, folder.resolve("installed"));
  }

  @Test
  void usesTheShippedModelForEnglishUntilAnotherIsChosen() {
    assertThat(choice(Map.of()).of("en").name()).isEqualTo("shipped");
    assertThat(choice(Map.of()).of("en-GB").origin()).isEqualTo(ModelOrigin.SHIPPED);
    install(ENGLISH);
    assertThat(choice(Map.of()).of("en").name()).isEqualTo("shipped");
    models.library().use(ENGLISH);
    assertThat(choice(Map.of()).of("en").name()).isEqualTo(ENGLISH);
    models.library().remove(ENGLISH);
    assertThat(choice(Map.of()).of("en").name()).isEqualTo("shipped");
  }

  @Test
  void usesTheFirstInstalledModelOfOtherLanguages() {
    assertThatThrownBy(() -> choice(Map.of()).of("zh"))
        .hasMessageContaining("languages.zh.model")
        .hasMessageContaining("models install");
    install(SMALL);
    assertThat(choice(Map.of()).of("zh").name()).isEqualTo(SMALL);
    assertThat(choice(Map.of()).of("zh-CN").language()).isEqualTo("zh");
    install(LARGE);
    models.library().use(LARGE);
    assertThat(choice(Map.of()).of("zh").name()).isEqualTo(LARGE);
    assertThat(choice(Map.of()).languages()).containsExactly("en", "zh");
  }

  @Test
  void letsSettingsNameAModelOrAPath() {
    install(SMALL);
    install(LARGE);
    Path own = TinyModel.folder(folder.resolve("own"), TinyModel.SPEECH);
    assertThat(choice(Map.of("zh", LARGE)).of("zh").name()).isEqualTo(LARGE);
    SpeechModel used = choice(Map.of("zh", own.toString())).of("zh");
    assertThat(used.origin()).isEqualTo(ModelOrigin.OWN);
    assertThat(used.source()).isEqualTo(own);
    assertThat(choice(Map.of("zh", own.toString())).all())
        .extracting(SpeechModel::name)
        .contains("own", "shipped", SMALL, LARGE);
    assertThatThrownBy(() -> choice(Map.of("zh", "nowhere")).of("zh"))
        .hasMessageContaining("does not exist")
        .hasMessageContaining(SMALL);
  }

  @Test
  void findsModelsByNameAndSaysWhichThereAre() {
    install(LARGE);
    assertThat(choice(Map.of()).named(LARGE).language()).isEqualTo("zh");
    assertThat(choice(Map.of()).named("shipped").language()).isEqualTo("en");
    assertThatThrownBy(() -> choice(Map.of()).named("../" + LARGE))
        .hasMessageContaining("shipped, " + LARGE);
  }

  @Test
  void knowsTheSmallestOfALanguage() throws IOException {
    InstalledModel large = install(LARGE);
    Files.write(large.folder().resolve("graph/Gr.fst"), new byte[10_000]);
    install(SMALL);
    // Sizes are those of the manifest, so the larger one is installed again as it is now.
    Path copy = folder.resolve(LARGE);
    new FileTree(large.folder()).copyTo(copy);
    models
        .library()
        .install(
            new ModelLibrary.Arrival(copy, LARGE, Optional.empty(), "test"),
            (model, kind, language) -> new ModelTrial.Result(1, true));
    assertThat(choice(Map.of()).smallest("zh").name()).isEqualTo(SMALL);
  }

  private ModelChoice choice(Map<String, String> wished) {
    return new ModelChoice(models, wished);
  }

  private InstalledModel install(String name) {
    return models
        .library()
        .install(
            new ModelLibrary.Arrival(
                TinyModel.zip(folder.resolve(name + ".zip")), name, Optional.empty(), "test"),
            (model, kind, language) -> new ModelTrial.Result(1, true));
  }
}
