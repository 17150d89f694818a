package io.earshot.console.upload;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where uploads lie: {@code incoming/} while they arrive, then {@code received/}, in a folder for
 * each user and source so that the two files of a call meet, under their own names.
 */
final class UploadFolder {
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path root;
  private final Path incoming;
  private final Path received;

  UploadFolder(Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
    this.received = root.resolve("received");
  }

  /**
   * Makes the folders, and removes files of which nobody knows: they were never acknowledged.
   *
   * @param known those that arrive or wait
   */
  void open(Predicate<Path> known) {
    attempt(
        () -> {
          var own =
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
          Files.createDirectories(root, own);
          Files.createDirectories(incoming, own);
          Files.createDirectories(received, own);
          return removeAll(incoming, known.negate()) + removeAll(received, known.negate());
        });
  }

  private static int removeAll(Path folder, Predicate<Path> which) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).filter(which).toList();
    }
    for (Path file : found) {
      Files.delete(file);
    }
    return found.size();
  }

  /** A new file for what arrives; its name outlives a loss of power. */
  Path arriving() {
    Path file = incoming.resolve(UUID.randomUUID().toString());
    return attempt(
        () -> {
          Files.createFile(file, OWNERS_ALONE);
          force(incoming);
          return file;
        });
  }

  /** A copy of a file in the place of an upload that has arrived, on disk. */
  Path copy(Path file, Instant modifiedAt) {
    Path copy = arriving();
    return attempt(
        () -> {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
          Files.setLastModifiedTime(copy, FileTime.from(modifiedAt));
          try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            written.force(true);
          }
          return copy;
        });
  }

  /**
   * Gives arrived files their names, beside the others of the same owner; on disk afterwards. They
   * stay where they arrived, too, until a row tells of the new place: a process that dies between
   * must find them in one of both.
   *
   * @param names of the files, no two alike
   * @param owner whose files may belong together
   * @return where they are, in the same order
   */
  synchronized List<Path> keep(List<Path> arrived, List<String> names, String owner) {
    return attempt(
        () -> {
          Path folder = free(names, ConversationId.ofText(owner).value());
          Files.createDirectories(folder);
          List<Path> kept = names.stream().map(folder::resolve).toList();
          for (int i = 0; i < kept.size(); i++) {
            link(arrived.get(i), kept.get(i));
          }
          force(folder);
          force(received);
          return kept;
        });
  }

  private static void link(Path arrived, Path kept) throws IOException {
    try {
      Files.createLink(kept, arrived);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(arrived, kept, StandardCopyOption.ATOMIC_MOVE); // no links on this disk
    }
  }

  /** The first folder of an owner in which none of the names is taken. */
  private Path free(List<String> names, String owner) {
    int number = 0;
    while (isTaken(received.resolve(owner + "-" + number), names)) {
      number++;
    }
    return received.resolve(owner + "-" + number);
  }

  private static boolean isTaken(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).anyMatch(Files::exists);
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  void delete(Path file) {
    attempt(() -> Files.deleteIfExists(file));
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T attempt(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw unusable(root, e);
    }
  }

  static EarshotException unusable(Path where, IOException why) {
    return EarshotException.exhausted(
        "%s can't be used (%s): free some space or mend its rights".formatted(where, why), why);
  }
}
