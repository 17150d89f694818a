package io.earshot.ingest.vault;

import io.earshot.conversation.ConversationId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Puts a new entry in the place of an old one. A folder can't be replaced by a rename, so the old
 * one is put aside under its id, the new one takes its place, and only then the old one is removed.
 * After a kill in between the next opening of the vault puts the old one back. Both are done by one
 * process at a time: see {@link Incoming#alone}.
 */
final class Renewals {
  private final Path root;
  private final Path aside;
  private final Disk disk;

  Renewals(Path root, Disk disk) {
    this.root = root;
    this.aside = root.resolve("replaced");
    this.disk = disk;
  }

  /** Whether there is an entry on which nobody works. */
  static boolean isReplaceable(Entry entry) {
    return entry.exists() && Outcomes.of(entry) != Outcome.PENDING;
  }

  /**
   * Returns false when there is nothing to replace, or it is still being worked on.
   *
   * @param bin a path that nobody uses: what is only half removed never lies where it is put back
   *     from
   */
  boolean replace(Entry entry, Entry draft, Path bin) throws IOException {
    if (!isReplaceable(entry)) {
      return false;
    }
    Path old = aside.resolve(entry.folder().getFileName());
    disk.createFolder(aside);
    disk.move(entry.folder(), old);
    try {
      disk.forceFolder(aside);
      disk.move(draft.folder(), entry.folder());
    } catch (IOException e) {
      disk.move(old, entry.folder());
      throw e;
    }
    disk.forceFolder(entry.folder().getParent());
    disk.move(old, bin);
    disk.deleteFolder(bin);
    return true;
  }

  /** Ends what a killed process began. */
  void mend() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(aside)) {
      for (Path old : left) {
        if (ConversationId.isId(old.getFileName().toString())) {
          mend(old);
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing was ever replaced here.
    }
  }

  private void mend(Path old) throws IOException {
    Entry entry = Entry.of(root, new ConversationId(old.getFileName().toString()));
    if (entry.exists()) {
      disk.deleteFolder(old);
    } else {
      disk.move(old, entry.folder());
      disk.forceFolder(entry.folder().getParent());
    }
  }
}
