package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to change a library: one process at a time; its end gives it back, however it ends. */
record LibraryLock(FileChannel channel) implements AutoCloseable {
  static final String FILE = ".lock";

  static LibraryLock acquire(Path library) throws IOException {
    Files.createDirectories(library);
    FileChannel channel =
        FileChannel.open(
            library.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new LibraryLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This process itself holds it.
    }
    channel.close();
    throw EarshotException.unavailable(
        "Another command changes the models in %s: wait until it is done".formatted(library), null);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
