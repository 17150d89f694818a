package io.earshot.index.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Copies a folder so that everybody can read it; whole or not at all. */
final class TreeCopy {
  private TreeCopy() {}

  /** Nothing happens when the target is there already: it got its name only when complete. */
  static void make(Path source, Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Path parent = target.toAbsolutePath().getParent();
    Path part = Files.createTempDirectory(parent, "copying-");
    Files.walkFileTree(source, new Copier(source, part));
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      // Another process was as fast: its copy is as good.
      return;
    }
  }

  private static final class Copier extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;

    Copier(Path source, Path target) {
      this.source = source;
      this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Path copy = Files.createDirectories(target.resolve(source.relativize(folder).toString()));
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path copy = target.resolve(source.relativize(file).toString());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      boolean program = Files.isExecutable(file);
      Files.setPosixFilePermissions(
          copy, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      return FileVisitResult.CONTINUE;
    }
  }
}
