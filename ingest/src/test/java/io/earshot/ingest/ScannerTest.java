package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {
  @TempDir Path folder;
  private final Scanner scanner = new Scanner(IngestSettings.defaults());

  private void make(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> names(Path... paths) {
    return scanner.scan(Arrays.asList(paths)).stream()
        .map(item -> item.name() + "/" + item.files().size())
        .toList();
  }

  @Test
  void walksFoldersInOrder() throws IOException {
    make("b/2.txt", "b/1.wav", "a.csv", "c/deep/er/x.json", "c/noise.bin");

    assertThat(names(folder))
        .containsExactly("a.csv/1", "1.wav/1", "2.txt/1", "x.json/1", "noise.bin/1");
  }

  @Test
  void passesOverWhatIsNoConversation() throws IOException {
    make(
        "x.reference.json",
        "README.md",
        "m.mapping.yaml",
        ".DS_Store",
        ".hidden/x.wav",
        "Thumbs.db",
        "x.wav.part",
        "~$x.csv",
        "x.wav~",
        "x_metadata.json",
        "real.wav");
    List<Path> skipped = new ArrayList<>();

    List<SourceItem> items = scanner.scan(List.of(folder), skipped::add);

    assertThat(items).extracting(SourceItem::name).containsExactly("real.wav");
    assertThat(skipped).hasSize(9);
  }

  @Test
  void takesWhatIsNamed() throws IOException {
    make("x.reference.json", ".hidden.wav");

    assertThat(names(folder.resolve("x.reference.json"), folder.resolve(".hidden.wav")))
        .containsExactly("x.reference.json/1", ".hidden.wav/1");
  }

  @Test
  void namesAMissingPath() {
    assertThatThrownBy(() -> scanner.scan(List.of(folder.resolve("gone.wav"))))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContaining("gone.wav");
  }

  @Test
  void survivesLoopsOfLinks() throws IOException {
    make("a/x.wav");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/dead"), folder.resolve("nowhere"));

    assertThat(names(folder)).containsExactly("x.wav/1");
  }

  @Test
  void unitesTheFilesOfACall() throws IOException {
    make(
        "call-agent.wav",
        "call-caller.wav",
        "Two_AGENT.WAV",
        "Two_customer.wav",
        "alone-agent.wav",
        "mixed-agent.wav",
        "mixed-caller.mp3",
        "sub/call-agent.wav",
        "notes-agent.txt",
        "notes-caller.txt",
        "-agent.wav",
        "-caller.wav");

    assertThat(names(folder))
        .containsExactlyInAnyOrder(
            "-agent.wav/1",
            "-caller.wav/1",
            "Two.WAV/2",
            "alone-agent.wav/1",
            "call.wav/2",
            "mixed-agent.wav/1",
            "mixed-caller.mp3/1",
            "notes-agent.txt/1",
            "notes-caller.txt/1",
            "call-agent.wav/1");
  }

  @Test
  void putsTheAgentFirst() throws IOException {
    make("z-caller.wav", "z-agent.wav");

    SourceItem item =
        scanner.scan(List.of(folder.resolve("z-caller.wav"), folder.resolve("z-agent.wav"))).get(0);

    assertThat(item.name()).isEqualTo("z.wav");
    assertThat(item.files())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("z-agent.wav", "z-caller.wav");
  }

  @Test
  void takesAFileNamedTwiceOnce() throws IOException {
    make("x.wav");

    assertThat(names(folder.resolve("x.wav"), folder, folder.resolve("x.wav")))
        .containsExactly("x.wav/1");
  }

  @ParameterizedTest
  @CsvSource({
    "RIFF....WAVEfmt , x.bin, RECORDING",
    "OggS............, noending, RECORDING",
    "Agent: hello     , x.txt, TEXT",
    "Agent: hello     , x.gsm, RECORDING",
    "'{\"Transcript\": 1', x.json, TEXT",
    "'', x.wav, EMPTY",
    "%PDF-1.7 ......, x.txt, PACKED"
  })
  void tellsKindsByContentThenByName(String content, String name, SourceKind kind)
      throws IOException {
    assertThat(SourceKind.of(Files.writeString(folder.resolve(name), content))).isEqualTo(kind);
  }

  @Test
  void tellsMpegAudioFromUtf16() throws IOException {
    Path mp3 =
        Files.write(folder.resolve("a"), new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0});
    Path text = Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41, 0});

    assertThat(SourceKind.of(mp3)).isEqualTo(SourceKind.RECORDING);
    assertThat(SourceKind.of(text)).isEqualTo(SourceKind.TEXT);
  }
}
