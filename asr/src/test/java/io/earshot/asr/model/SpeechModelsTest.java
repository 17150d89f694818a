package io.earshot.asr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechModelsTest {
  private static final List<String> FILES =
      List.of(
          "am/final.mdl",
          "conf/mfcc.conf",
          "conf/model.conf",
          "graph/Gr.fst",
          "graph/HCLr.fst",
          "graph/phones/word_boundary.int",
          "ivector/final.ie");

  @TempDir Path folder;

  private Path own;
  private Path installed;
  private SpeechModels models;

  @BeforeEach
  void makeModel() throws IOException {
    own = folder.resolve("vosk-model-tiny");
    for (String file : FILES) {
      Files.createDirectories(own.resolve(file).getParent());
      Files.writeString(own.resolve(file), "--min-active=200\n--beam=10.0\n");
    }
    installed = folder.resolve("installed");
    models = new SpeechModels(folder.resolve("bundled"), installed);
  }

  @Test
  void tunesACopyAndLeavesTheUsersModelAlone() throws IOException {
    SpeechModels.Installed model = models.install("zh", Optional.of(own));
    assertThat(model.name()).isEqualTo("vosk-model-tiny");
    assertThat(model.folder().resolve("conf/mfcc.conf")).content().contains("--dither=0");
    assertThat(Files.readAllLines(model.folder().resolve("conf/model.conf")))
        .contains("--min-active=20", "--frames-per-chunk=51", "--beam=9.0")
        .doesNotContain("--min-active=200");
    for (String file : FILES) {
      assertThat(own.resolve(file)).hasContent("--min-active=200\n--beam=10.0\n");
      assertThat(model.folder().resolve(file)).exists();
    }
  }

  @Test
  void installsOnce() throws IOException {
    Path first = models.install("zh", Optional.of(own)).folder();
    Files.writeString(first.resolve("mark"), "x");
    Path second = models.install("zh", Optional.of(own)).folder();
    assertThat(second).isEqualTo(first);
    assertThat(second.resolve("mark")).exists();
    assertNoLeftovers();
  }

  @Test
  void unpacksAnArchiveWhereverTheModelLiesInIt() throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    archive(bundled.resolve("model-en-1.aar"), "assets/model-en-us/");
    SpeechModels.Installed model = models.install("en", Optional.empty());
    assertThat(model.name()).isEqualTo("model-en-1");
    assertThat(model.folder().resolve("am/final.mdl")).exists();
    assertThat(model.folder().resolve("conf/mfcc.conf")).content().contains("--dither=0");
    assertNoLeftovers();
  }

  @Test
  void refusesEntriesThatLeadOut() throws IOException {
    Path archive = archive(folder.resolve("evil.zip"), "../../");
    assertRefused(archive, "leads out of the archive");
    assertThat(folder.resolve("am")).doesNotExist();
  }

  @Test
  void refusesBombs() throws IOException {
    Path archive = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("am/final.mdl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 150; i++) {
        zip.write(zeros);
      }
    }
    assertRefused(archive, "far more than a model");
  }

  @Test
  void refusesDamagedArchives() throws IOException {
    Path archive = archive(folder.resolve("half.zip"), "");
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(whole, 120));
    assertThatThrownBy(() -> models.install("zh", Optional.of(archive)))
        .isInstanceOf(EarshotException.class);
    assertNoLeftovers();
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Files.delete(own.resolve("graph/Gr.fst"));
    assertRefused(own, "graph/Gr.fst");
    assertThatThrownBy(() -> models.install("zh", Optional.empty()))
        .hasMessageContaining("languages.zh.model");
    assertThatThrownBy(() -> models.install("zh", Optional.of(folder.resolve("nowhere"))))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> models.install("en", Optional.empty()))
        .hasMessageContaining("missing from");
  }

  private void assertRefused(Path model, String reason) throws IOException {
    assertThatThrownBy(() -> models.install("zh", Optional.of(model)))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining(reason);
    assertNoLeftovers();
  }

  private void assertNoLeftovers() throws IOException {
    try (Stream<Path> entries = Files.list(installed)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  private static Path archive(Path file, String prefix) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : FILES) {
        zip.putNextEntry(new ZipEntry(prefix + name));
        zip.write("--beam=10.0\n".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
