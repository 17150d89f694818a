package io.earshot.ingest.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process's own folder under {@code incoming/}, in which files are made before they are renamed
 * into place. A lock on a file in it shows that its owner lives: at opening, the folders of dead
 * owners are removed, those of living ones left alone.
 */
final class Incoming implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Incoming.class);

  /**
   * Folders that this process holds. Needed because a POSIX lock belongs to the process: trying to
   * lock a file of our own would succeed in giving up our lock when the channel closes.
   */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path folder;
  private final Disk disk;
  private final FileChannel alive;

  private Incoming(Path folder, Disk disk, FileChannel alive) {
    this.folder = folder;
    this.disk = disk;
    this.alive = alive;
  }

  static Incoming open(Path root, Disk disk) throws IOException {
    disk.createFolder(root.resolve("incoming"));
    // Without links, so that a folder of our own is known by whatever path it is reached.
    Path all = root.resolve("incoming").toRealPath();
    // One opener at a time: else a folder not yet locked looks dead.
    return alone(
        all,
        () -> {
          removeDead(all, disk);
          new Renewals(root, disk).mend();
          return claim(all.resolve(UUID.randomUUID().toString()), disk);
        });
  }

  /** Work during which nobody else opens this vault or does such work. */
  interface Work<T> {
    T run() throws IOException;
  }

  <T> T alone(Work<T> work) throws IOException {
    return alone(folder.getParent(), work);
  }

  /** Over all processes. */
  private static <T> T alone(Path all, Work<T> work) throws IOException {
    synchronized (OWN) {
      try (FileChannel gate = FileChannel.open(all.resolve("gate.lock"), CREATE, WRITE);
          FileLock held = gate.lock()) {
        return work.run();
      }
    }
  }

  private static Incoming claim(Path folder, Disk disk) throws IOException {
    disk.createFolder(folder);
    FileChannel alive = FileChannel.open(folder.resolve("alive.lock"), CREATE, WRITE);
    alive.lock();
    OWN.add(folder);
    return new Incoming(folder, disk, alive);
  }

  private static void removeDead(Path all, Disk disk) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
      for (Path folder : folders) {
        if (!OWN.contains(folder) && isDead(folder)) {
          disk.deleteFolder(folder);
          log.info("Removed what an ended process left unfinished: {}", folder);
        }
      }
    }
  }

  private static boolean isDead(Path folder) throws IOException {
    Path lock = folder.resolve("alive.lock");
    if (!Files.exists(lock)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(lock, WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    }
  }

  /** A path that nobody else uses; nothing is there yet. */
  Path fresh() {
    return folder.resolve(UUID.randomUUID().toString());
  }

  @Override
  public void close() throws IOException {
    synchronized (OWN) {
      if (OWN.remove(folder)) {
        alive.close();
        disk.deleteFolder(folder);
      }
    }
  }
}
