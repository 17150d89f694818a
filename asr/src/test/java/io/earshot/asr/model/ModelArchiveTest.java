package io.earshot.asr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that come from anywhere. */
class ModelArchiveTest {
  @TempDir Path folder;

  @Test
  void findsTheModelWhereverItLies() throws IOException {
    Path zip =
        TinyModel.zip(
            folder.resolve("a.aar"),
            Stream.concat(
                    Stream.of("AndroidManifest.xml", "assets/"),
                    TinyModel.SPEECH.stream().map(name -> "assets/model-en-us/" + name))
                .toList());
    Path model = new ModelArchive(zip).unpack(folder.resolve("out"));
    assertThat(model).isEqualTo(folder.resolve("out/assets/model-en-us"));
    assertThat(new ModelArchive(zip).sampleRate()).isEqualTo(8000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../evil",
        "a/../../../evil",
        "/etc/evil",
        "a\\..\\..\\evil",
        "a\u0001b",
        "x/../../evil"
      })
  void refusesNamesThatLeadOut(String name) throws IOException {
    assertRefused(
        TinyModel.zip(folder.resolve("evil.zip"), List.of("model/am/final.mdl", name)), "name");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files)
          .noneMatch(
              file ->
                  file.getFileName().toString().contains("evil")
                      && !file.toString().endsWith(".zip"));
    }
  }

  @Test
  void refusesLinks() throws IOException {
    Path zip = TinyModel.zip(folder.resolve("link.zip"));
    TinyModel.linkFirst(zip);
    assertRefused(zip, "holds a link");
  }

  @Test
  void refusesNamesThatStandTwice() throws IOException {
    Path zip =
        TinyModel.zip(folder.resolve("twice.zip"), List.of("m/am/final.mdl", "m/am/final.mdx"));
    TinyModel.rename(zip, "final.mdx", "final.mdl");
    assertRefused(zip, "twice");
  }

  @Test
  void refusesFilesInThePlaceOfFolders() {
    assertRefused(
        TinyModel.zip(folder.resolve("x.zip"), List.of("m/am", "m/am/final.mdl")), "place");
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
    assertThat(new FileTree(folder.resolve("out")).bytes()).isLessThan(100 << 20);
  }

  @Test
  void refusesTooManyEntriesAndTooDeepOnes() {
    List<String> many = IntStream.range(0, 2_100).mapToObj(i -> "m/" + i).toList();
    assertRefused(TinyModel.zip(folder.resolve("many.zip"), many), "more than");
    assertRefused(
        TinyModel.zip(folder.resolve("deep.zip"), List.of("a/".repeat(30) + "x")), "deep");
  }

  @Test
  void refusesTwoModelsInOne() {
    List<String> two =
        Stream.of("a/", "b/").flatMap(in -> TinyModel.SPEECH.stream().map(in::concat)).toList();
    assertRefused(TinyModel.zip(folder.resolve("two.zip"), two), "2 models");
  }

  @Test
  void refusesDamagedZipsOfEverySort() throws IOException {
    byte[] whole = Files.readAllBytes(TinyModel.zip(folder.resolve("whole.zip")));
    Path damaged = folder.resolve("damaged.zip");
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int flips = random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(damaged, bytes);
      Path out = Files.createTempDirectory(folder, "out");
      try {
        new ModelArchive(damaged).unpack(out);
      } catch (EarshotException | IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
      new FileTree(out).delete();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  private void assertRefused(Path zip, String reason) {
    assertThatThrownBy(() -> new ModelArchive(zip).unpack(folder.resolve("out")))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining("refused")
        .hasMessageContaining(reason);
  }
}
