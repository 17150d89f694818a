package io.earshot.console.upload;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where uploads lie: {@code incoming/} while they arrive, then {@code received/}, in a folder for
 * each user so that the two files of a call meet, under their own names.
 */
final class UploadFolder {
  private final Path root;
  private final Path incoming;
  private final Path received;

  UploadFolder(Path root) {
    this.root = root;
    this.incoming = root.resolve("incoming");
    this.received = root.resolve("received");
  }

  /** Makes the folders; what was still arriving when the process ended is nobody's. */
  void open() {
    attempt(
        () -> {
          var own =
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
          Files.createDirectories(root, own);
          Files.createDirectories(incoming, own);
          Files.createDirectories(received, own);
          return removeAll(incoming, file -> true);
        });
  }

  /** Removes received files of which nobody knows: they were never acknowledged. */
  void removeUnknown(Predicate<Path> known) {
    attempt(() -> removeAll(received, known.negate()));
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

  /** Where a new upload arrives; nothing is there yet. */
  Path arriving() {
    return incoming.resolve(UUID.randomUUID().toString());
  }

  /** A copy of a file in the place of an upload that has arrived, on disk. */
  Path copy(Path file, Instant modifiedAt) {
    Path copy = arriving();
    return attempt(
        () -> {
          Files.copy(file, copy);
          Files.setLastModifiedTime(copy, FileTime.from(modifiedAt));
          try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            written.force(true);
          }
          return copy;
        });
  }

  /** Gives an arrived file its name, beside the others of the same user; on disk afterwards. */
  synchronized Path keep(Path arrived, String name, String user) {
    return attempt(
        () -> {
          Path folder = free(name, ConversationId.ofText(user).value());
          Files.createDirectories(folder);
          Path file = folder.resolve(name);
          Files.move(arrived, file, StandardCopyOption.ATOMIC_MOVE);
          force(folder);
          force(received);
          return file;
        });
  }

  /** The first folder of a user in which the name is not taken. */
  private Path free(String name, String user) {
    int number = 0;
    while (Files.exists(received.resolve(user + "-" + number).resolve(name))) {
      number++;
    }
    return received.resolve(user + "-" + number);
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
      throw EarshotException.exhausted(
          "%s can't be used (%s): free some space or mend its rights".formatted(root, e), e);
    }
  }
}
