package io.earshot.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Redactions on a disk that fills up, or in a process that dies, at each single operation in turn:
 * nothing may be lost, and the same call again must lead to the same end.
 */
class VaultRedactionFailureTest {
  private static final int MORE_THAN_ALL = 100;

  @TempDir Path folder;
  private final Redacted call = new Redacted("call");
  private Path sound;
  private Path quieter;

  @BeforeEach
  void recordings() throws IOException {
    sound = Files.writeString(folder.resolve("silenced.wav"), "silenced");
    quieter = Files.writeString(folder.resolve("quieter.wav"), "quieter");
  }

  /** What is done before and on the failing disk, and with which vault. */
  private enum Case {
    TEXT_AND_SOUND(false),
    TEXT_ONLY(false),
    SEALED(true),
    SEALED_TEXT_ONLY(true),
    SOUND_AFTER_TEXT(true),
    AGAIN(false),
    AGAIN_SEALED(true),
    HEARD_AGAIN(true);

    private final boolean sealed;

    Case(boolean sealed) {
      this.sealed = sealed;
    }
  }

  private void prepare(Case what, Vault vault) {
    call.receive(vault, folder);
    switch (what) {
      case TEXT_AND_SOUND, TEXT_ONLY, SEALED, SEALED_TEXT_ONLY -> {}
      case SOUND_AFTER_TEXT ->
          vault.keepRedacted(call.redacted(), call.redactions(), Optional.empty());
      case AGAIN, AGAIN_SEALED, HEARD_AGAIN ->
          vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
    }
  }

  private void act(Case what, Vault vault) {
    switch (what) {
      case TEXT_AND_SOUND, SEALED, SOUND_AFTER_TEXT ->
          vault.keepRedacted(call.redacted(), call.redactions(), Optional.of(sound));
      case TEXT_ONLY, SEALED_TEXT_ONLY ->
          vault.keepRedacted(call.redacted(), call.redactions(), Optional.empty());
      case AGAIN, AGAIN_SEALED ->
          vault.keepRedacted(call.redactedFurther(), List.of(), Optional.of(quieter));
      case HEARD_AGAIN -> vault.keepConversation(call.redactedFurther());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKillAtAnyMomentIsMendedByDoingItAgain(Case what) throws IOException {
    eachFailure(what, FailingDisk::killed);
  }

  @ParameterizedTest
  @EnumSource(names = {"SEALED", "AGAIN", "HEARD_AGAIN"})
  void aFullDiskIsMendedByDoingItAgain(Case what) throws IOException {
    eachFailure(what, FailingDisk::full);
  }

  private void eachFailure(Case what, IntFunction<FailingDisk> disks) throws IOException {
    Map<String, String> expected = undisturbed(what);
    int failures = 0;
    for (int failAt = 1; failAt < MORE_THAN_ALL; failAt++) {
      Path root = folder.resolve("root" + failAt);
      boolean failed = disturbed(what, root, disks.apply(failAt));
      assertNothingIsLost(what, root);
      with(what, root, new UnforcedDisk(), vault -> act(what, vault));
      assertThat(state(what, root)).as("failure at %d", failAt).isEqualTo(expected);
      if (!failed) {
        assertThat(failures).isGreaterThan(6);
        return;
      }
      failures++;
    }
    throw new AssertionError("no end of operations");
  }

  private Map<String, String> undisturbed(Case what) throws IOException {
    Path root = folder.resolve("undisturbed");
    with(what, root, new UnforcedDisk(), vault -> prepare(what, vault));
    with(what, root, new UnforcedDisk(), vault -> act(what, vault));
    return state(what, root);
  }

  private boolean disturbed(Case what, Path root, FailingDisk disk) {
    with(what, root, new UnforcedDisk(), vault -> prepare(what, vault));
    try {
      with(what, root, disk, vault -> act(what, vault));
    } catch (EarshotException e) {
      assertThat(e.kind()).isIn(ErrorKind.EXHAUSTED, ErrorKind.UNAVAILABLE);
    }
    return disk.failed();
  }

  private void with(Case what, Path root, Disk disk, Consumer<Vault> work) {
    Optional<Seal> seal =
        what.sealed ? Optional.of(Seal.open(folder.resolve("originals.key"))) : Optional.empty();
    try (Vault vault = Vault.open(root, disk, seal)) {
      work.accept(vault);
    }
  }

  /** Either still as before or already as after, and readable whole. */
  private void assertNothingIsLost(Case what, Path root) {
    with(
        what,
        root,
        new UnforcedDisk(),
        vault -> {
          assertThat(vault.conversation(call.id()))
              .isIn(call.raw(), call.redacted(), call.redactedFurther());
          assertThat(vault.media(call.id()))
              .isNotEmpty()
              .allSatisfy(file -> assertThat(file).isNotEmptyFile());
          Entry entry = Entry.of(root, call.id());
          if (what.sealed && entry.isRedacted()) {
            assertThat(vault.originalConversation(call.id())).contains(call.raw());
            assertThat(originalMedia(vault)).hasSize(2);
          }
          vault.removeLeftovers(call.id());
          assertThat(vault.media(call.id())).allSatisfy(file -> assertThat(file).exists());
        });
  }

  private List<String> originalMedia(Vault vault) {
    try {
      Path out = Files.createTempDirectory(folder, "out");
      return vault.originalMedia(call.id(), out).stream()
          .map(VaultRedactionFailureTest::content)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All files with their contents; of sealed ones, which never are the same twice, what is in. */
  private Map<String, String> state(Case what, Path root) throws IOException {
    Map<String, String> state = new TreeMap<>();
    with(
        what,
        root,
        new UnforcedDisk(),
        vault -> {
          state.put("turns", content(vault.originalConversation(call.id())));
          state.put("media", originalMedia(vault).toString());
        });
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock"))
          .forEach(file -> state.put(root.relativize(file).toString(), shown(file)));
    }
    return state;
  }

  private static String content(Optional<?> conversation) {
    return conversation
        .map(value -> ConversationJson.mapper().valueToTree(value).toString())
        .orElse("");
  }

  private static String shown(Path file) {
    boolean random = file.toString().endsWith(".sealed") || file.endsWith("original-key.json");
    return random ? "random" : content(file);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTryThatWasToRedactSoundDoesNotCondemnTheMediaOfOneThatIsNot() {
    for (int failAt = 1; failAt < MORE_THAN_ALL; failAt++) {
      Path root = folder.resolve("root" + failAt);
      boolean failed = disturbed(Case.TEXT_AND_SOUND, root, FailingDisk.killed(failAt));
      with(
          Case.TEXT_ONLY,
          root,
          new UnforcedDisk(),
          vault -> {
            boolean decided = vault.isRedacted(call.id());
            act(Case.TEXT_ONLY, vault);
            assertThat(vault.media(call.id()))
                .hasSize(decided ? 1 : 2)
                .allSatisfy(file -> assertThat(file).exists());
          });
      if (!failed) {
        return;
      }
    }
  }
}
