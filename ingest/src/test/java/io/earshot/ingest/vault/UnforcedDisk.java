package io.earshot.ingest.vault;

import java.io.IOException;
import java.nio.file.Path;

/** The machine's file system without its slowest part, for tests of hundreds of vaults. */
final class UnforcedDisk implements Disk {
  private final Disk disk = new LocalDisk();

  @Override
  public void createFolder(Path folder) throws IOException {
    disk.createFolder(folder);
  }

  @Override
  public void write(Path file, Content content) throws IOException {
    disk.write(file, content);
  }

  @Override
  public void force(Path file) {
    // No test can see whether it was.
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    disk.move(from, to);
  }

  @Override
  public void forceFolder(Path folder) {
    // As above.
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }

  @Override
  public void deleteFolder(Path folder) throws IOException {
    disk.deleteFolder(folder);
  }
}
