package io.earshot.ingest.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The changes a vault makes to its disk. A seam: tests put in a disk that fills up or dies at any
 * chosen operation.
 */
interface Disk {
  /** Makes the folder and those above it; nothing happens when it is there. */
  void createFolder(Path folder) throws IOException;

  /** Writes a new file whole; it may still be in memory only. */
  void write(Path file, Content content) throws IOException;

  /** Forces a written file to the medium. */
  void force(Path file) throws IOException;

  /** Renames within the file system in one step, replacing a file that is there. */
  void move(Path from, Path to) throws IOException;

  /** Forces a folder's list of names to the medium. */
  void forceFolder(Path folder) throws IOException;

  /** Removes a file if it is there. */
  void delete(Path file) throws IOException;

  /** Removes a folder with all it holds, if it is there. */
  void deleteFolder(Path folder) throws IOException;

  /** Writes a file's bytes. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
