package io.earshot.routes.download;

import io.earshot.asr.model.DiskRoom;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings one file from the web to a folder. What was got stays there when it is cut off, and the
 * next try goes on behind it when the server still has the same file (RFC 9110, 14.2 and 13.1.5).
 * For one thread; a second download of the same address, in any process, is refused meanwhile.
 */
public final class Download {
  private static final long MOST_BYTES = 16L << 30;
  private static final int TRIES = 5;
  private static final int UNSATISFIABLE = 416;
  // In as long as one answer may take; slower servers are taken for dead.
  private static final long LEAST_BYTES = 16 << 10;

  private final WebAddress address;
  private final PartialFile partial;
  private final Duration timeout;
  private final Duration firstPause;

  /**
   * A download.
   *
   * @param folder for the file; it must be there
   * @param timeout longest wait for an answer, or for a little more of the file
   * @param firstPause before the second try; each is twice as long as the one before
   */
  public Download(WebAddress address, Path folder, Duration timeout, Duration firstPause) {
    this.address = address;
    this.partial = new PartialFile(folder, address);
    this.timeout = timeout;
    this.firstPause = firstPause;
  }

  /** Told how much there is. */
  public interface Progress {
    /** The length is 0 while it is not known. */
    void got(long bytes, long length);
  }

  /**
   * Gets all of the file.
   *
   * @return the file, which the caller moves or {@link #discard}s
   * @throws EarshotException of kind UNAVAILABLE when the server does not give it, EXHAUSTED when
   *     the disk has no room, BAD_INPUT when the server's answer can't be meant
   */
  public Path fetch(Progress progress) {
    try (FileChannel file =
            FileChannel.open(partial.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = locked(file)) {
      IOException last = new IOException("nothing came");
      for (int attempt = 0; attempt < TRIES; attempt++) {
        pause(attempt);
        try {
          if (proceeded(file, progress)) {
            file.force(true);
            return partial.file();
          }
        } catch (IOException e) {
          last = e;
        }
      }
      throw address.unavailable(last);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written: check free disk and write permission (%s)"
              .formatted(partial.file(), e.getMessage()),
          e);
    }
  }

  private FileLock locked(FileChannel file) throws IOException {
    return tried(file)
        .orElseThrow(
            () ->
                EarshotException.unavailable(
                    "%s is being downloaded by another command".formatted(address), null));
  }

  private static Optional<FileLock> tried(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // this process itself has it under way
    }
  }

  /** Forgets what was got. */
  public void discard() {
    partial.discard();
  }

  private void pause(int attempt) {
    if (attempt > 0) {
      LockSupport.parkNanos(firstPause.multipliedBy(1L << (attempt - 1)).toNanos());
    }
  }

  /** One connection's worth; returns whether the file is complete. */
  private boolean proceeded(FileChannel file, Progress progress) throws IOException {
    long have = file.size();
    Optional<String> validator = have > 0 ? partial.validator() : Optional.empty();
    HttpURLConnection connection = address.get(headers(have, validator), timeout);
    try {
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_PARTIAL && validator.isPresent()) {
        ContentRange range = ContentRange.of(connection.getHeaderField("Content-Range"));
        if (range.start() == have) {
          return copied(connection, file, have, range.length(), progress);
        }
        status = UNSATISFIABLE; // not what was asked for: everything anew
      }
      if (status == UNSATISFIABLE
          && have > 0
          && ContentRange.whole(connection.getHeaderField("Content-Range")) == have) {
        return true; // all of it was here already
      }
      if (status == UNSATISFIABLE) {
        file.truncate(0);
        partial.remember(Optional.empty());
        throw new IOException("the server's part does not fit");
      }
      if (status != HttpURLConnection.HTTP_OK) {
        throw refused(status);
      }
      file.truncate(0);
      partial.remember(PartialFile.validator(connection));
      long length = Math.max(0, connection.getContentLengthLong());
      return copied(connection, file, 0, length, progress);
    } finally {
      connection.disconnect();
    }
  }

  private static Map<String, String> headers(long have, Optional<String> validator) {
    Map<String, String> headers = new HashMap<>();
    validator.ifPresent(
        same -> {
          headers.put("Range", "bytes=%d-".formatted(have));
          headers.put("If-Range", same);
        });
    return headers;
  }

  private IOException refused(int status) {
    if (status == 404 || status == 410 || status == 401 || status == 403) {
      throw EarshotException.unavailable(
          "%s answers %d: check the address".formatted(address, status), null);
    }
    return new IOException("it answers %d".formatted(status));
  }

  private boolean copied(
      HttpURLConnection connection, FileChannel file, long have, long length, Progress progress)
      throws IOException {
    if (length > MOST_BYTES) {
      throw EarshotException.badInput("%s is larger than any model".formatted(address));
    }
    DiskRoom.require(partial.folder(), Math.max(0, length - have), "downloading " + address);
    long got = have;
    Pace pace = new Pace();
    byte[] block = new byte[1 << 16];
    try (InputStream in = connection.getInputStream()) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        got += read;
        if (got > (length > 0 ? length : MOST_BYTES)) {
          throw EarshotException.badInput("%s gives more than it announced".formatted(address));
        }
        write(file, ByteBuffer.wrap(block, 0, read), got - read);
        progress.got(got, length);
        pace.require(got);
      }
    }
    if (got < length) {
      throw new IOException("it ended after %d of %d bytes".formatted(got, length));
    }
    return true;
  }

  private static void write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
    for (long place = at; bytes.hasRemaining(); ) {
      place += file.write(bytes, place);
    }
  }

  /** A server that sends a byte now and then must not hold a command for ever. */
  private final class Pace {
    private long since = System.nanoTime();
    private OptionalLong before = OptionalLong.empty();

    void require(long got) throws IOException {
      if (before.isEmpty()) {
        before = OptionalLong.of(got);
      }
      if (System.nanoTime() - since > timeout.toNanos()) {
        if (got - before.getAsLong() < LEAST_BYTES) {
          throw new IOException(
              "it gives less than %d KB in %d s"
                  .formatted(LEAST_BYTES >> 10, TimeUnit.NANOSECONDS.toSeconds(timeout.toNanos())));
        }
        since = System.nanoTime();
        before = OptionalLong.of(got);
      }
    }
  }
}
