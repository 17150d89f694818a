package io.earshot.ingest.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A disk on which one operation fails, and, when it stands for a killed process, all after it. A
 * write that fails leaves half of what it was to write, a folder's deletion the half of its files.
 */
final class FailingDisk implements Disk {
  private final Disk disk = new UnforcedDisk();
  private final int failAt;
  private final boolean dead;
  private final String message;
  private int operations;

  private FailingDisk(int failAt, boolean dead, String message) {
    this.failAt = failAt;
    this.dead = dead;
    this.message = message;
  }

  static FailingDisk full(int failAt) {
    return new FailingDisk(failAt, false, "No space left on device");
  }

  static FailingDisk killed(int failAt) {
    return new FailingDisk(failAt, true, "killed");
  }

  /** Whether so many operations were asked for that one failed. */
  boolean failed() {
    return operations >= failAt;
  }

  private void step() throws IOException {
    operations++;
    if (operations == failAt || (dead && operations > failAt)) {
      throw new IOException(message);
    }
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
    disk.createFolder(folder);
  }

  @Override
  public void write(Path file, Content content) throws IOException {
    try {
      step();
    } catch (IOException e) {
      if (operations == failAt) {
        disk.write(file, FailingDisk::half);
      }
      throw e;
    }
    disk.write(file, content);
  }

  private static void half(OutputStream out) throws IOException {
    out.write("{\"half".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void force(Path file) throws IOException {
    step();
    disk.force(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    disk.move(from, to);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    step();
    disk.forceFolder(folder);
  }

  @Override
  public void delete(Path file) throws IOException {
    step();
    disk.delete(file);
  }

  @Override
  public void deleteFolder(Path folder) throws IOException {
    try {
      step();
    } catch (IOException e) {
      if (operations == failAt) {
        deleteOne(folder);
      }
      throw e;
    }
    disk.deleteFolder(folder);
  }

  /** The first file only, as far as there is one. */
  private void deleteOne(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        Optional<Path> first = files.filter(Files::isRegularFile).sorted().findFirst();
        if (first.isPresent()) {
          disk.delete(first.get());
        }
      }
    }
  }
}
