package io.earshot.ingest.vault;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read; where the file system knows no such rights, any file. */
final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_AT_MOST =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFile() {}

  /** Makes a new file; it is private from its first moment. */
  static OutputStream create(Path file) throws IOException {
    FileAttribute<?>[] rights =
        hasRights(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    return Channels.newOutputStream(Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), rights));
  }

  static boolean isPrivate(Path file) throws IOException {
    return !hasRights(file) || OWNER_AT_MOST.containsAll(Files.getPosixFilePermissions(file));
  }

  private static boolean hasRights(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
