package io.earshot.ingest.vault;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files from outside the vault: their failures are told apart from those of the vault's disk. */
final class Source {
  private static final int BUFFER_BYTES = 64 << 10;

  private Source() {}

  /** Copies a file; throws an EarshotException when it can't be read, else it is the target. */
  static void copy(Path source, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = open(source)) {
      for (int n = read(in, buffer, source); n >= 0; n = read(in, buffer, source)) {
        out.write(buffer, 0, n);
      }
    }
  }

  private static InputStream open(Path source) {
    try {
      return Files.newInputStream(source);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static int read(InputStream in, byte[] buffer, Path source) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static EarshotException unreadable(Path source, IOException cause) {
    return EarshotException.unavailable(
        "%s can't be read (%s); check that it is still there and may be read"
            .formatted(source, cause),
        cause);
  }
}
