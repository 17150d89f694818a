package io.earshot.index.server;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by the process that runs a home's server, so that no second one ends that server as if it
 * had been left behind. The system lets go of it when the process dies.
 */
final class HomeLock implements AutoCloseable {
  private static final String FILE = "elasticsearch.lock";

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  static HomeLock take(Path run) {
    Path file = run.resolve(FILE);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw EarshotException.unavailable(
            "Another Earshot runs the Elasticsearch of this home (%s is locked): use that one, end it, or set another EARSHOT_HOME"
                .formatted(file),
            null);
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be locked (%s): free disk space, or give Earshot the right to write there"
              .formatted(file, e),
          e);
    }
  }

  /** Whether another process runs the server of this home. */
  static boolean isHeld(Path run) throws IOException {
    Path file = run.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return isTaken(channel);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Unlocking the home failed", e);
    }
  }
}
