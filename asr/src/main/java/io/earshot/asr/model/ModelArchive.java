package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Unpacks a model's zip, which may come from anywhere, without trusting it. */
final class ModelArchive {
  // The largest Vosk model, the Mandarin one, unpacks to some 2 GB in 30 files.
  private static final long MOST_BYTES = 8L << 30;
  private static final int MOST_ENTRIES = 2_000;
  // Deflate's own best is about 1000; models shrink to no less than a tenth.
  private static final long MOST_RATIO = 200;
  private static final long FREE_BYTES = 64L << 20;

  private ModelArchive() {}

  /**
   * Unpacks into a folder.
   *
   * @throws EarshotException of kind MISCONFIGURED when the archive is damaged or hostile
   */
  static void unpack(Path archive, Path folder) throws IOException {
    long most = Math.min(MOST_BYTES, FREE_BYTES + Files.size(archive) * MOST_RATIO);
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      long left = most;
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw refused(archive, "it has more than %d entries".formatted(MOST_ENTRIES));
        }
        Path target = inside(folder, entry, archive);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          left -= write(zip, target, left, archive);
        }
      }
    } catch (ZipException | java.io.EOFException e) {
      throw refused(archive, "it is damaged (" + e.getMessage() + ")");
    }
  }

  private static Path inside(Path folder, ZipEntry entry, Path archive) {
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path target = root.resolve(entry.getName()).normalize();
      if (target.startsWith(root)) {
        return target;
      }
    } catch (java.nio.file.InvalidPathException e) {
      // Told below, like every other name that can't be right.
    }
    throw refused(archive, "an entry's name leads out of the archive");
  }

  private static long write(InputStream in, Path target, long most, Path archive)
      throws IOException {
    byte[] block = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        written += got;
        if (written > most) {
          throw refused(archive, "it unpacks to far more than a model");
        }
        out.write(block, 0, got);
      }
    }
    return written;
  }

  private static EarshotException refused(Path archive, String why) {
    return EarshotException.misconfigured(
        "The model archive %s is refused: %s; get it again from its makers"
            .formatted(archive, why));
  }
}
