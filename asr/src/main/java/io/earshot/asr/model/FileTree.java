package io.earshot.asr.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
record FileTree(Path root) {
  private static final int DEEPEST = 16;

  /** Removes the folder, links in it and not what they lead to; none is fine. */
  void delete() throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Copies everything to a folder that is made; links become what they lead to. */
  void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.toList()) {
        Path place = target.resolve(root.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, place);
        }
      }
    }
  }

  /** All plain files, in the order of their paths. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Every file with its digest; each is on disk when this returns. */
  List<ModelManifest.ModelFile> secured() throws IOException {
    List<ModelManifest.ModelFile> secured = new java.util.ArrayList<>();
    for (Path file : files()) {
      try (FileChannel channel = FileChannel.open(file)) {
        channel.force(true);
      }
      secured.add(described(file));
    }
    return secured;
  }

  ModelManifest.ModelFile described(Path file) throws IOException {
    String path = root.relativize(file).toString().replace('\\', '/');
    return new ModelManifest.ModelFile(path, Files.size(file), digest(file));
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        digest.update(block, 0, got);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
