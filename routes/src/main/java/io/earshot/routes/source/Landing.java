package io.earshot.routes.source;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A folder of the home where copies of what lies elsewhere wait for the intake, under the names
 * that they have there, for names tell facts. A file is there whole and on disk, or not at all.
 * Safe for several threads.
 */
final class Landing implements Leaving {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 1_024;
  private static final int DEEPEST = 16;

  /** How much may wait: enough for any list with its recordings, and no second archive. */
  private static final int MOST_FILES = 2_000;

  /** How long a list may tell of recordings that are still to come; then it only takes room. */
  private static final Duration LISTED = Duration.ofDays(7);

  private final Path folder;
  private final Path arriving;
  private final long reserve;
  private final Clock clock;

  /**
   * Makes the folder; what was arriving when a process ended is removed.
   *
   * @param reserve bytes of the disk that are left free
   */
  Landing(Path home, String name, long reserve) {
    this(home, name, reserve, Clock.systemUTC());
  }

  Landing(Path home, String name, long reserve, Clock clock) {
    this.folder = home.resolve(name).resolve("landed");
    this.arriving = home.resolve(name).resolve("arriving");
    this.reserve = reserve;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
      Files.createDirectories(arriving);
      try (Stream<Path> left = Files.list(arriving)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Whether so little waits that more may come. */
  synchronized boolean hasRoom() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).limit(MOST_FILES).count() < MOST_FILES
          && freeBytes() > 0;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private long freeBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace() - reserve;
  }

  /**
   * Keeps files; they are on disk afterwards. Ones of the same names that still wait are replaced.
   * None is kept before all have come.
   *
   * @param most bytes that a file of a name may have
   * @throws EarshotException of kind BAD_INPUT when a name can't be that of a file or one is too
   *     large, EXHAUSTED when the disk is full; what the content throws goes on
   */
  void receive(List<Arrival> arrivals, ToLongFunction<String> most) throws IOException {
    Map<Arrival, Path> asides = new LinkedHashMap<>();
    try {
      for (Arrival arrival : arrivals) {
        place(arrival.name());
        Path aside = Files.createTempFile(arriving, "file", "");
        asides.put(arrival, aside);
        try (InputStream content = arrival.content().open()) {
          write(content, most.applyAsLong(arrival.name()), aside);
        }
      }
      asides.forEach(this::keep);
    } finally {
      for (Path aside : asides.values()) {
        Files.deleteIfExists(aside);
      }
    }
  }

  private synchronized void keep(Arrival arrival, Path aside) {
    Path target = place(arrival.name());
    try {
      Files.setLastModifiedTime(aside, FileTime.from(arrival.modifiedAt()));
      Files.createDirectories(target.getParent());
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.getParent());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Deletes the copy, and folders that it leaves empty. */
  @Override
  public synchronized void letGo(Path file) throws IOException {
    if (!file.startsWith(folder)) {
      return;
    }
    Files.deleteIfExists(file);
    Path above = file.getParent();
    while (!above.equals(folder) && isEmpty(above)) {
      Files.delete(above);
      above = above.getParent();
    }
  }

  /** By when it landed: its own time is that of the other side. */
  @Override
  public void keeps(Path list) throws IOException {
    FileTime landed = (FileTime) Files.getAttribute(list, "unix:ctime");
    if (landed.toInstant().plus(LISTED).isBefore(clock.instant())) {
      letGo(list);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private void write(InputStream content, long most, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        written += read;
        if (written > most) {
          throw refused("more bytes than the %d that may be read".formatted(most));
        }
        append(out, buffer, read);
      }
      out.force(true);
    }
  }

  /** Only failures of our own disk are its failures; those of the other side are not. */
  private void append(FileChannel out, byte[] buffer, int length) {
    try {
      if (freeBytes() < length) {
        throw new IOException("only the reserve is left");
      }
      ByteBuffer piece = ByteBuffer.wrap(buffer, 0, length);
      while (piece.hasRemaining()) {
        out.write(piece);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Where a name belongs: below the folder, whatever the other side calls its files. */
  Path place(String name) {
    String[] parts = name.split("/", -1);
    if (name.length() > LONGEST_PATH || parts.length > DEEPEST) {
      throw refused("a name that is too long or too deep");
    }
    Path place = folder;
    for (String part : parts) {
      place = place.resolve(plain(part));
    }
    return place;
  }

  private static Path plain(String part) {
    boolean leads = part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("\\");
    if (leads || part.chars().anyMatch(Character::isISOControl)) {
      throw refused("a name that leads elsewhere or has unseen characters");
    }
    if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw refused("a name that is too long");
    }
    try {
      return Path.of(part);
    } catch (InvalidPathException e) {
      throw refused("a name that this machine's file system can't hold");
    }
  }

  private static EarshotException refused(String why) {
    return new EarshotException(ErrorKind.BAD_INPUT, why);
  }

  private EarshotException unusable(IOException e) {
    return EarshotException.exhausted(
        "%s can't be written (%s): free some space or mend its rights".formatted(folder, e), e);
  }
}
