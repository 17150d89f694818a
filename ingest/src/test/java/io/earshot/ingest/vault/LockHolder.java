package io.earshot.ingest.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process of its own that holds a lock until it is ended. */
final class LockHolder {
  private LockHolder() {}

  /** Starts it and returns when it has the lock. */
  static Process start(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toString(),
                LockHolder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != '!') {
      throw new IOException("the other process did not get the lock");
    }
    return process;
  }

  /** Locks, says so, and waits for its standard input to end. */
  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      System.out.write(lock.isValid() ? '!' : '?');
      System.out.flush();
      while (System.in.read() >= 0) {
        // Nothing is expected.
      }
    }
  }
}
