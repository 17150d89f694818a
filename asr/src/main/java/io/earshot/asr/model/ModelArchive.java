package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A model's zip, which may come from anywhere and is trusted in nothing. */
final class ModelArchive {
  // The largest Vosk model, the Mandarin one, unpacks to some 2 GB in 30 files.
  private static final long MOST_BYTES = 16L << 30;
  private static final int MOST_ENTRIES = 2_000;
  private static final int DEEPEST = 12;
  private static final int LONGEST_NAME = 255;
  // Deflate's own best is about 1000; models shrink to no less than a tenth.
  private static final long MOST_RATIO = 200;
  private static final long FREE_BYTES = 64L << 20;

  private final Path archive;

  ModelArchive(Path archive) {
    this.archive = archive;
  }

  /**
   * Unpacks everything into a folder, which is made.
   *
   * @return the folder in it that holds the one model
   * @throws EarshotException of kind MISCONFIGURED when the archive is damaged or hostile, or holds
   *     no model or several; EXHAUSTED when there is too little room
   */
  Path unpack(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
      if (entries.size() > MOST_ENTRIES) {
        throw refused("it has more than %d entries".formatted(MOST_ENTRIES));
      }
      if (ZipDirectory.of(archive).hasSpecialFiles()) {
        throw refused("it holds a link");
      }
      requireRoom(entries, folder);
      write(zip, entries, folder.toAbsolutePath().normalize());
    } catch (FileAlreadyExistsException e) {
      throw refused("a file stands in the place of a folder");
    } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
      throw refused("it is damaged (%s)".formatted(e.getMessage()));
    }
    return onlyModel(folder);
  }

  /** The rate in Hz that the packed model was trained on. */
  int sampleRate() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry features =
          zip.stream()
              .filter(entry -> entry.getName().endsWith("mfcc.conf"))
              .findFirst()
              .orElseThrow(() -> refused("it holds no mfcc.conf"));
      byte[] text = zip.getInputStream(features).readNBytes(ModelLayout.LONGEST_CONFIGURATION);
      return ModelLayout.sampleRate(new String(text, StandardCharsets.ISO_8859_1));
    }
  }

  private void requireRoom(List<ZipEntry> entries, Path folder) throws IOException {
    long told = 0;
    for (ZipEntry entry : entries) {
      told += Math.max(0, Math.min(entry.getSize(), most()));
    }
    if (told > most()) {
      throw bomb();
    }
    DiskRoom.require(folder, told, "unpacking " + archive);
  }

  /** Sizes that are told may lie, so what is written is counted again. */
  private long most() throws IOException {
    return Math.min(MOST_BYTES, FREE_BYTES + Files.size(archive) * MOST_RATIO);
  }

  private void write(ZipFile zip, List<ZipEntry> entries, Path root) throws IOException {
    long left = most();
    Set<Path> seen = new HashSet<>();
    for (ZipEntry entry : entries) {
      Path target = inside(root, entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else if (seen.add(target)) {
        Files.createDirectories(target.getParent());
        left -= write(zip.getInputStream(entry), target, left);
      } else {
        throw refused("a name stands in it twice");
      }
    }
  }

  private Path inside(Path root, String name) {
    try {
      Path target = root.resolve(name).normalize();
      if (!target.startsWith(root) || Path.of(name).isAbsolute()) {
        throw refused("an entry's name leads out of the archive");
      }
      if (name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
        throw refused("an entry's name holds a character that no model's file has");
      }
      if (name.length() > LONGEST_NAME || target.getNameCount() - root.getNameCount() > DEEPEST) {
        throw refused("an entry lies too deep");
      }
      return target;
    } catch (InvalidPathException e) {
      throw refused("an entry's name leads out of the archive");
    }
  }

  private long write(InputStream entry, Path target, long most) throws IOException {
    byte[] block = new byte[1 << 16];
    long written = 0;
    try (InputStream in = entry;
        OutputStream out = Files.newOutputStream(target)) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        written += got;
        if (written > most) {
          throw bomb();
        }
        out.write(block, 0, got);
      }
    }
    return written;
  }

  private Path onlyModel(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder, 4)) {
      List<Path> models = found.filter(ModelLayout::isAnyModel).toList();
      if (models.size() > 1) {
        throw refused("it holds %d models".formatted(models.size()));
      }
      return models.isEmpty() ? folder : models.get(0);
    }
  }

  private EarshotException bomb() {
    return refused("it unpacks to far more than a model");
  }

  private EarshotException refused(String why) {
    return EarshotException.misconfigured(
        "The model archive %s is refused: %s; get it again from its makers"
            .formatted(archive, why));
  }
}
