package io.earshot.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    List<Scanner.Skipped> skipped = new ArrayList<>();

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

  /** Who may write into a folder must not make others read what lies elsewhere. */
  @Test
  void followsNoLinkOutOfTheFolder() throws IOException {
    make("inside/x.wav", "outside/secret.wav", "outside/deep/y.wav");
    Files.createSymbolicLink(folder.resolve("inside/l.wav"), folder.resolve("outside/secret.wav"));
    Files.createSymbolicLink(folder.resolve("inside/deep"), folder.resolve("outside/deep"));
    Files.createSymbolicLink(folder.resolve("inside/own.wav"), folder.resolve("inside/x.wav"));
    List<Scanner.Skipped> skipped = new ArrayList<>();

    List<SourceItem> items = scanner.scan(List.of(folder.resolve("inside")), skipped::add);

    assertThat(items).extracting(SourceItem::name).containsExactly("own.wav", "x.wav");
    assertThat(skipped).hasSize(2).allMatch(one -> one.why().contains("leads out"));
    assertThat(
            new Scanner(IngestSettings.from(Section.parse("follow_links: true", "settings")))
                .scan(List.of(folder.resolve("inside"))))
        .hasSize(4);
  }

  @Test
  void namesWhatIsNoFile() {
    assertThatThrownBy(() -> scanner.scan(List.of(Path.of("/dev/null"))))
        .hasMessageContaining("neither a file nor a folder");
  }

  /** Such names come from whoever uploads; none may fake a line of a log or reach elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nERROR all is lost.wav",
        "a\rb.wav",
        "a\u001b[2Jb.wav",
        "exe.\u202evaw.wav",
        "..wav",
        "...hidden..wav",
        "a\u2028b.wav",
        "-rf.wav",
        "$(reboot).wav"
      })
  void showsHostileNamesInOneLine(String name) throws IOException {
    make("in/" + name);

    List<SourceItem> items = scanner.scan(List.of(folder.resolve("in")));
    items.forEach(
        item -> assertThat(item.name()).doesNotContainPattern("[\\p{Cntrl}\u202e\u2028]"));
    assertThat(items).hasSize(name.startsWith(".") ? 0 : 1);
  }

  @Test
  void takesTheLongestNamesAndThoseThatAreNoText() throws IOException {
    String longest = "x".repeat(251) + ".wav";
    make("in/" + longest);
    Process made =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "printf RIFF > \"$1/$(printf 'b\\377d.wav')\"",
                "sh",
                folder.resolve("in").toString())
            .start();
    assertThat(made.onExit().join().exitValue()).isZero();

    List<SourceItem> items = scanner.scan(List.of(folder.resolve("in")));

    assertThat(items).hasSize(2);
    assertThat(items.get(0).files().get(0)).hasSize(4);
    assertThat(items.get(1).name()).isEqualTo(longest);
  }

  @Test
  void sortsOutWhatBelongsToRecordings() throws IOException {
    make("x.wav", "x.json", "X.XML", "y.mp3", "y.mp3.csv", "p-in.wav", "p-out.wav", "p.json");
    make("q-agent.wav", "q-agent.xml", "chat.json", "table.csv");
    Files.writeString(folder.resolve("manifest.csv"), "file,agent\nx.wav,Bob\ny.mp3,Eve\n");
    Files.writeString(folder.resolve("metadata.csv"), "customer,text\nx,hello\n");
    List<Scanner.Skipped> skipped = new ArrayList<>();

    List<SourceItem> items = scanner.scan(List.of(folder), skipped::add);

    assertThat(items)
        .extracting(SourceItem::name)
        .containsExactlyInAnyOrder(
            "x.wav", "y.mp3", "p.wav", "q-agent.wav", "chat.json", "table.csv", "metadata.csv");
    assertThat(skipped)
        .extracting(one -> one.file().getFileName() + ": " + one.why())
        .containsExactlyInAnyOrder(
            "x.json: side file of x.wav",
            "X.XML: side file of x.wav",
            "y.mp3.csv: side file of y.mp3",
            "p.json: side file of p.wav",
            "q-agent.xml: side file of q-agent.wav",
            "manifest.csv: a list of 2 recordings");
  }

  @Test
  void unitesSidesThatTellNoRole() throws IOException {
    make("a-in.wav", "a-out.wav", "b_rx.wav", "b_tx.wav", "c_tx.wav", "c_rx.wav", "d-in.wav");

    assertThat(names(folder)).containsExactly("a.wav/2", "b.wav/2", "c.wav/2", "d-in.wav/1");
    SourceItem item =
        scanner.scan(List.of(folder.resolve("c_tx.wav"), folder.resolve("c_rx.wav"))).get(0);
    assertThat(item.files())
        .extracting(path -> "" + path.getFileName())
        .containsExactly("c_rx.wav", "c_tx.wav");
    assertThat(scanner.roles(item)).isEmpty();
    Scanner told =
        new Scanner(IngestSettings.from(Section.parse("tracks: [customer, agent]", "s")));
    assertThat(told.roles(item)).containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
    Scanner named =
        new Scanner(
            IngestSettings.from(
                Section.parse("pair_endings: {agent: [_tx], customer: [_rx]}", "s")));
    SourceItem same = named.scan(item.files()).get(0);
    assertThat(named.roles(same)).containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
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
