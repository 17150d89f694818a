package io.earshot.routes.home;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to be a home's host. Held by a lock of the operating system, so it ends with the
 * process, however that ends.
 */
public final class HostLock implements AutoCloseable {
  private final Home home;
  private final FileChannel channel;
  private final FileLock lock;

  private HostLock(Home home, FileChannel channel, FileLock lock) {
    this.home = home;
    this.channel = channel;
    this.lock = lock;
  }

  /** The lock, or empty when another process is the host. Does not wait. */
  public static Optional<HostLock> tryAcquire(Home home) {
    Path file = home.create().run().resolve("service.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      RunFile.delete(home);
      return Optional.of(new HostLock(home, channel, lock));
    } catch (IOException e) {
      throw EarshotException.misconfigured(
          "%s can't be locked (%s): EARSHOT_HOME must lie on a local disk".formatted(file, e));
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held within this process
    }
  }

  /** Lets go; a second call does nothing. */
  @Override
  public void close() {
    if (!lock.isValid()) {
      return;
    }
    RunFile.delete(home);
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The operating system lets go at the end of the process at the latest.
    }
  }
}
