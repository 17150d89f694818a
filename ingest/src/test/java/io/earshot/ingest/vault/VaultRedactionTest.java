package io.earshot.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Redaction;
import io.earshot.ingest.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is redacted takes the place of what is raw, and originals are kept under seal only. */
class VaultRedactionTest {
  @TempDir Path folder;
  private final Redacted call = new Redacted("call");
  private Path root;
  private Path keyFile;
  private Path sound;
  private Vault vault;

  @BeforeEach
  void open() throws IOException {
    root = folder.resolve("vault");
    keyFile = folder.resolve("originals.key");
    sound = Files.writeString(folder.resolve("silenced.wav"), "silenced");
    vault = Vault.open(root);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private void reopen(Path key) {
    vault.close();
    vault = Vault.open(root, Optional.of(Seal.open(key)));
  }

  private static void assertRefused(ErrorKind kind, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(EarshotException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll(words);
  }

  private List<String> names() throws IOException {
    Path entry = Entry.of(root, call.id()).folder();
    try (Stream<Path> files = Files.walk(entry)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> entry.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void nothingRawRemains() throws IOException {
    call.receive(vault, folder);
    assertThat(vault.isRedacted(call.id())).isFalse();
    assertThat(vault.redactions(call.id())).isEmpty();

    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));

    assertThat(vault.isRedacted(call.id())).isTrue();
    assertThat(vault.conversation(call.id())).isEqualTo(call.redacted());
    assertThat(vault.redactions(call.id())).isEqualTo(call.redactions());
    assertThat(vault.media(call.id())).singleElement().isEqualTo(soundFile());
    assertThat(soundFile()).hasContent("silenced");
    assertThat(sound).as("the caller's own").exists();
    assertThat(names()).containsExactly("envelope.json", "redacted.json", "redacted/sound.wav");
    assertThat(vault.originalConversation(call.id())).isEmpty();
    assertThat(vault.originalMedia(call.id(), folder)).isEmpty();
    assertThat(vault.next(call.id())).isEqualTo(Stage.ANALYSE);
    assertThat(vault.removeLeftovers(call.id())).isFalse();
    assertNothingSaidIsInPlain();
  }

  private Path soundFile() {
    return Entry.of(root, call.id()).redactedSound();
  }

  private void assertNothingSaidIsInPlain() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(Redacted.SECRET)
            .doesNotContain(Redacted.RAW_SOUND);
      }
    }
  }

  @Test
  void keepsMediaWhereOnlyTheTextIsRedacted() throws IOException {
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.empty());
    assertThat(vault.media(call.id())).hasSize(2).allSatisfy(file -> assertThat(file).exists());
    assertThat(names())
        .containsExactly("envelope.json", "media/0.wav", "media/1.wav", "redacted.json");

    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    assertThat(vault.media(call.id())).containsExactly(soundFile());

    vault.keepRedacted(call.redacted(), call.redactions(), Optional.empty());
    assertThat(vault.media(call.id())).as("still the redacted one").containsExactly(soundFile());
  }

  @Test
  void redactsAChat() {
    Envelope chat = Entries.chat("chat", Redacted.SECRET);
    vault.put(chat, List.of());
    Conversation redacted =
        chat.conversation()
            .withTurns(Entries.chat("x", "[card] 你好 \uD83D\uDE00").conversation().turns(), 5);

    vault.keepRedacted(redacted, call.redactions(), Optional.empty());

    assertThat(vault.conversation(chat.id())).isEqualTo(redacted);
    assertThat(vault.media(chat.id())).isEmpty();
    assertThat(vault.next(chat.id())).isEqualTo(Stage.ANALYSE);
  }

  @Test
  void dropsFindingsMadeOfRawTurns() {
    call.receive(vault, folder);
    vault.keepAnalysis(call.id(), Entries.analysis());
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    assertThat(vault.analysis(call.id())).isEmpty();
    assertThat(vault.next(call.id())).isEqualTo(Stage.ANALYSE);

    vault.keepAnalysis(call.id(), Entries.analysis());
    assertThat(vault.next(call.id())).isEqualTo(Stage.INDEX);
    vault.indexed(call.id(), Duration.ZERO);
    assertThat(vault.outcome(call.id())).isEqualTo(Outcome.INDEXED);
  }

  @Test
  void aSecondRedactionReplacesTheFirst() throws IOException {
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    List<Redaction> more = List.of(call.redactions().get(0), Redacted.redaction("person", 9));
    Path quieter = Files.writeString(folder.resolve("quieter.wav"), "quieter");

    vault.keepRedacted(call.redactedFurther(), more, Optional.of(quieter));

    assertThat(vault.conversation(call.id())).isEqualTo(call.redactedFurther());
    assertThat(vault.redactions(call.id())).isEqualTo(more);
    assertThat(soundFile()).hasContent("quieter");
  }

  @Test
  void takesTheSoundFromItsOwnPlace() {
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(soundFile()));
    assertThat(soundFile()).hasContent("silenced");
  }

  @Test
  void refusesASoundThatCanNotBeReadAndChangesNothing() throws IOException {
    call.receive(vault, folder);
    List<String> before = names();
    Path gone = folder.resolve("gone.wav");
    assertRefused(
        ErrorKind.UNAVAILABLE,
        () -> vault.keepRedacted(call.redacted(), List.of(), Optional.of(gone)),
        "gone.wav");
    assertThat(names()).isEqualTo(before);
    assertThat(vault.conversation(call.id())).isEqualTo(call.raw());
    try (Stream<Path> files = Files.walk(root.resolve("incoming"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(file.toString()).endsWith(".lock"));
    }
  }

  @Test
  void aNewTranscriptionWins() {
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    vault.keepConversation(call.redactedFurther());

    assertThat(vault.isRedacted(call.id())).isFalse();
    assertThat(vault.redactions(call.id())).isEmpty();
    assertThat(vault.conversation(call.id())).isEqualTo(call.redactedFurther());
    assertThat(vault.media(call.id())).containsExactly(soundFile());
  }

  @Test
  void whatIsDamagedMustBeHeardAgainInTheSoundThatIsLeft() throws IOException {
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    Files.writeString(Entry.of(root, call.id()).redacted(), "{\"conversation\":{\"id");
    for (ThrowingCallable read :
        List.<ThrowingCallable>of(
            () -> vault.conversation(call.id()), () -> vault.redactions(call.id()))) {
      assertThatThrownBy(read)
          .isInstanceOfSatisfying(
              StageMissing.class, e -> assertThat(e.stage()).isEqualTo(Stage.TRANSCRIBE));
    }
    vault.keepConversation(call.raw());
    assertThat(vault.conversation(call.id())).isEqualTo(call.raw());
  }

  @Test
  void removesWhatAKilledRedactionLeft() throws IOException {
    call.receive(vault, folder);
    Path turns = Entry.of(root, call.id()).turns();
    byte[] raw = Files.readAllBytes(turns);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    Path media = Files.createDirectories(Entry.of(root, call.id()).media());

    Files.write(turns, raw);
    Files.writeString(media.resolve("1.wav"), Redacted.RAW_SOUND);
    assertThat(vault.conversation(call.id())).isEqualTo(call.redacted());
    assertThat(vault.media(call.id())).containsExactly(soundFile());
    assertThat(vault.removeLeftovers(call.id())).isTrue();
    assertNothingSaidIsInPlain();

    Files.write(turns, raw);
    vault.indexed(call.id(), Duration.ZERO);
    assertNothingSaidIsInPlain();
  }

  @Test
  void originalsLieUnderSeal() throws IOException {
    reopen(keyFile);
    call.receive(vault, folder);
    assertThat(keyFile).as("not needed yet").doesNotExist();
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));

    assertThat(names())
        .containsExactly(
            "envelope.json",
            "original/0.wav.sealed",
            "original/1.wav.sealed",
            "original/turns.json.sealed",
            "redacted.json",
            "redacted/sound.wav");
    assertNothingSaidIsInPlain();
    assertOriginalsAreThere();

    vault.keepRedacted(call.redactedFurther(), List.of(), Optional.of(sound));
    vault.keepConversation(call.redactedFurther());
    vault.keepRedacted(call.redacted(), List.of(), Optional.of(sound));
    assertOriginalsAreThere();
  }

  private void assertOriginalsAreThere() throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    assertThat(vault.originalConversation(call.id())).contains(call.raw());
    List<Path> media = vault.originalMedia(call.id(), out);
    assertThat(media).containsExactly(out.resolve("0.wav"), out.resolve("1.wav"));
    assertThat(media.get(0)).hasContent(Redacted.RAW_SOUND + "a.wav");
    assertThat(media.get(1)).hasContent(Redacted.RAW_SOUND + "b.wav");
    assertThat(Files.getPosixFilePermissions(media.get(0)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(vault.originalMedia(call.id(), out)).as("a second time").isEqualTo(media);
  }

  @Test
  void turnsHeardInARedactedSoundAreNoOriginal() {
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    vault.keepConversation(call.redactedFurther());
    reopen(keyFile);
    vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    assertThat(vault.originalConversation(call.id())).isEmpty();
  }

  @Test
  void aSealedFileIsNotAcceptedInThePlaceOfAnother() throws IOException {
    reopen(keyFile);
    call.receive(vault, folder);
    Redacted other = new Redacted("other");
    other.receive(vault, folder);
    vault.keepRedacted(call.redacted(), List.of(), Optional.of(sound));
    vault.keepRedacted(other.redacted(), List.of(), Optional.of(sound));
    Entry entry = Entry.of(root, call.id());
    Entry stranger = Entry.of(root, other.id());

    swap(entry.original("turns.json"), stranger.original("turns.json"));
    swap(entry.original("0.wav"), entry.original("1.wav"));

    assertRefused(
        ErrorKind.BAD_INPUT, () -> vault.originalConversation(call.id()), "turns.json.sealed");
    Path out = Files.createDirectory(folder.resolve("out"));
    assertRefused(ErrorKind.BAD_INPUT, () -> vault.originalMedia(call.id(), out), "0.wav.sealed");
    assertThat(out).isEmptyDirectory();
  }

  private static void swap(Path one, Path other) throws IOException {
    byte[] bytes = Files.readAllBytes(one);
    Files.write(one, Files.readAllBytes(other));
    Files.write(other, bytes);
  }

  @Test
  void noticesALostKeyBeforeItMakesAnother() throws IOException {
    reopen(keyFile);
    call.receive(vault, folder);
    vault.keepRedacted(call.redacted(), List.of(), Optional.of(sound));
    Path saved = Files.move(keyFile, folder.resolve("saved.key"));

    assertRefused(
        ErrorKind.MISCONFIGURED, () -> reopen(keyFile), keyFile.toString(), "not there", "backup");
    assertThat(keyFile).doesNotExist();
    Path strange = folder.resolve("strange.key");
    Seal.open(strange).madeKeyName();
    assertRefused(ErrorKind.MISCONFIGURED, () -> reopen(strange), "holds the key", "backup");

    vault = Vault.open(root);
    assertRefused(
        ErrorKind.MISCONFIGURED, () -> vault.originalConversation(call.id()), "without a seal");
    reopen(saved);
    assertThat(vault.originalConversation(call.id())).contains(call.raw());

    Files.delete(root.resolve("original-key.json"));
    reopen(strange);
    assertRefused(
        ErrorKind.MISCONFIGURED, () -> vault.originalConversation(call.id()), "another one");
  }

  @Test
  void namesWhatIsNotThere() {
    ConversationId id = ConversationId.ofText("nothing");
    for (ThrowingCallable question :
        List.<ThrowingCallable>of(
            () -> vault.isRedacted(id),
            () -> vault.redactions(id),
            () -> vault.removeLeftovers(id),
            () -> vault.originalConversation(id),
            () -> vault.originalMedia(id, folder))) {
      assertRefused(ErrorKind.BAD_INPUT, question, id.value(), "not in the vault");
    }
  }
}
