package io.earshot.asr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {
  private static final ModelTrial WORKS = (model, kind, language) -> new ModelTrial.Result(3, true);
  private static final ModelTrial FAILS =
      (model, kind, language) -> {
        throw EarshotException.misconfigured("does not work");
      };

  @TempDir Path folder;

  private SpeechModels models;
  private ModelLibrary library;

  @BeforeEach
  void open() throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    TinyModel.zip(bundled.resolve("vosk-model-en-0.3.45.aar"));
    models = new SpeechModels(bundled, folder.resolve("installed"));
    library = models.library();
  }

  @Test
  void installsAZip() {
    InstalledModel model = install("vosk-model-small-cn-0.22", Optional.empty());
    assertThat(library.all()).containsExactly(model);
    assertThat(model.language()).isEqualTo("zh");
    assertThat(model.kind()).isEqualTo(ModelKind.SPEECH);
    assertThat(model.sampleRate()).isEqualTo(8000);
    assertThat(model.folder().resolve("am/final.mdl")).exists();
    assertThat(library.verify(model.name(), WORKS).words()).isEqualTo(3);
    assertNoLeftovers();
  }

  @Test
  void installsAFolderAndLeavesItAlone() {
    Path own = TinyModel.folder(folder.resolve("mine"), TinyModel.SPEECH);
    InstalledModel model =
        library.install(new ModelLibrary.Arrival(own, "mine", Optional.of("zh-CN"), "here"), WORKS);
    assertThat(model.language()).isEqualTo("zh");
    assertThat(own.resolve("am/final.mdl")).exists();
  }

  @Test
  void installsSpeakerModels() {
    assertThat(models.speakerModel()).isEmpty();
    Path zip =
        TinyModel.zip(
            folder.resolve("s.zip"), TinyModel.SPEAKERS.stream().map("spk/"::concat).toList());
    InstalledModel model =
        library.install(
            new ModelLibrary.Arrival(zip, "vosk-model-spk-0.4", Optional.empty(), "x"), WORKS);
    assertThat(model.kind()).isEqualTo(ModelKind.SPEAKER);
    assertThat(models.speakerModel()).contains(model.folder());
    assertThat(models.readySpeakers().orElseThrow().resolve("mfcc.conf"))
        .as("the copy that is used repeats its results")
        .content()
        .contains("--dither=0");
    assertThat(model.folder().resolve("mfcc.conf")).content().doesNotContain("dither");
    assertThat(new ModelChoice(models, Map.of()).languages()).containsExactly("en");
  }

  @Test
  void refusesWhatItCanNotUse() {
    Path zip = TinyModel.zip(folder.resolve("a.zip"));
    assertRefused(new ModelLibrary.Arrival(zip, "../evil", Optional.of("zh"), "x"), "model's name");
    assertRefused(new ModelLibrary.Arrival(zip, ".hidden", Optional.of("zh"), "x"), "model's name");
    assertRefused(new ModelLibrary.Arrival(zip, "mymodel", Optional.empty(), "x"), "--language");
    assertRefused(
        new ModelLibrary.Arrival(folder.resolve("nowhere"), "a", Optional.of("zh"), "x"),
        "neither a model folder");
    Path half = TinyModel.zip(folder.resolve("half.zip"), TinyModel.SPEECH.subList(0, 4));
    assertRefused(new ModelLibrary.Arrival(half, "a", Optional.of("zh"), "x"), "graph/");
    assertThat(library.all()).isEmpty();
    assertNoLeftovers();
  }

  @Test
  void keepsTheEarlierModelWhenTheNewOneDoesNotWork() {
    InstalledModel earlier = install("vosk-model-small-cn-0.22", Optional.empty());
    assertThatThrownBy(() -> library.install(arrival("vosk-model-small-cn-0.22"), FAILS))
        .hasMessageContaining("does not work");
    assertThat(library.all()).containsExactly(earlier);
    library.verify(earlier.name(), WORKS);
    assertNoLeftovers();
  }

  @Test
  void replacesAModelAndItsTunedCopy() throws IOException {
    ModelChoice choice = new ModelChoice(models, Map.of());
    InstalledModel earlier = install("vosk-model-small-cn-0.22", Optional.empty());
    Path copy = models.ready(choice.of("zh"));
    InstalledModel later = install("vosk-model-small-cn-0.22", Optional.empty());
    assertThat(earlier.folder()).doesNotExist();
    assertThat(copy).doesNotExist();
    assertThat(models.ready(choice.of("zh")).resolve("am/final.mdl")).exists();
    assertThat(library.all()).containsExactly(later);
    library.remove(later.name());
    try (Stream<Path> left = Files.list(models.installedFolder())) {
      assertThat(left).containsExactly(models.installedFolder().resolve("speech"));
    }
    assertThat(library.all()).isEmpty();
    assertNoLeftovers();
  }

  /** A kill between unpacking and the manifest leaves folders that nothing names. */
  @Test
  void clearsWhatAKillLeft() throws IOException {
    InstalledModel model = install("vosk-model-small-cn-0.22", Optional.empty());
    Path root = model.folder().getParent();
    TinyModel.folder(root.resolve("vosk-model-small-fr-0.1-123"), TinyModel.SPEECH);
    TinyModel.folder(root.resolve(".arriving-1/unpacked"), TinyModel.SPEECH);
    TinyModel.folder(root.resolve(".trial-1/tuned"), TinyModel.SPEECH);
    Files.writeString(root.resolve(".x.tmp"), "half a manifest");
    Files.createDirectories(library.downloads());
    Files.writeString(library.downloads().resolve("x.part"), "half a zip");
    assertThat(library.all()).containsExactly(model);
    install("vosk-model-small-de-0.15", Optional.empty());
    assertNoLeftovers();
    assertThat(library.downloads().resolve("x.part")).exists();
    assertThat(library.all()).extracting(InstalledModel::language).containsExactly("zh", "de");
  }

  @Test
  void survivesABreakdownAnywhereInAnInstallation() {
    InstalledModel model = install("vosk-model-small-cn-0.22", Optional.empty());
    ModelTrial breaks =
        (where, kind, language) -> {
          throw new IllegalStateException("power");
        };
    assertThatThrownBy(() -> library.install(arrival("vosk-model-small-cn-0.22"), breaks))
        .hasMessage("power");
    assertThat(library.all()).containsExactly(model);
    library.verify(model.name(), WORKS);
  }

  @Test
  void tellsWhatChangedSinceItWasInstalled() throws IOException {
    InstalledModel model = install("vosk-model-small-cn-0.22", Optional.empty());
    Files.writeString(model.folder().resolve("am/final.mdl"), "other");
    assertThatThrownBy(() -> library.verify(model.name(), WORKS))
        .hasMessageContaining("another am/final.mdl");
    Files.delete(model.folder().resolve("am/final.mdl"));
    assertThatThrownBy(() -> library.verify(model.name(), WORKS))
        .hasMessageContaining("lacks am/final.mdl");
    assertThatThrownBy(() -> library.verify("nothing", WORKS)).hasMessageContaining(model.name());
  }

  @Test
  void sparesFoldersOfManifestsThatCanNotBeRead() throws IOException {
    InstalledModel model = install("vosk-model-small-cn-0.22", Optional.empty());
    Files.writeString(model.folder().resolveSibling(model.name() + ".json"), "{broken");
    assertThat(library.all()).isEmpty();
    install("vosk-model-small-de-0.15", Optional.empty());
    assertThat(model.folder().resolve("am/final.mdl")).exists();
  }

  @Test
  void letsOneChangeTheLibraryAtATime() {
    ModelTrial nested =
        (where, kind, language) -> {
          assertThatThrownBy(() -> install("vosk-model-small-de-0.15", Optional.empty()))
              .isInstanceOfSatisfying(
                  EarshotException.class,
                  e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
          return new ModelTrial.Result(0, false);
        };
    library.install(arrival("vosk-model-small-cn-0.22"), nested);
    assertThat(library.all()).hasSize(1);
  }

  private InstalledModel install(String name, Optional<String> language) {
    return library.install(
        new ModelLibrary.Arrival(
            TinyModel.zip(folder.resolve(name + ".zip")), name, language, "test"),
        WORKS);
  }

  private ModelLibrary.Arrival arrival(String name) {
    return new ModelLibrary.Arrival(
        TinyModel.zip(folder.resolve(name + ".zip")), name, Optional.empty(), "test");
  }

  private void assertRefused(ModelLibrary.Arrival arrival, String reason) {
    assertThatThrownBy(() -> library.install(arrival, WORKS))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining(reason);
  }

  private void assertNoLeftovers() {
    List<String> folders =
        library.all().stream().map(m -> m.folder().getFileName().toString()).toList();
    try (Stream<Path> entries = Files.list(library.downloads().getParent())) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .allMatch(
              name ->
                  name.equals(".lock")
                      || name.equals(".downloads")
                      || name.equals(".defaults.json")
                      || name.endsWith(".json")
                      || folders.contains(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
