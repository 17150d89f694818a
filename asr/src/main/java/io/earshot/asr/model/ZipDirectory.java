package io.earshot.asr.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * What a zip's central directory says of its entries beyond what Java's reader tells: which of them
 * are links (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.4.15; Info-ZIP keeps Unix modes in the upper half
 * of the external attributes).
 */
record ZipDirectory(List<Entry> entries) {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int MOST_BYTES = 16 << 20;
  private static final int TYPE = 0xF000;
  private static final int PLAIN = 0x8000;
  private static final int FOLDER = 0x4000;

  /**
   * An entry.
   *
   * @param special whether it is neither file nor folder: a link, a device, a pipe
   */
  record Entry(boolean special) {}

  /**
   * Reads the directory of an archive.
   *
   * @throws ZipException when there is none
   */
  static ZipDirectory of(Path archive) throws IOException {
    try (FileChannel channel = FileChannel.open(archive)) {
      ByteBuffer directory = directory(channel);
      List<Entry> entries = new ArrayList<>();
      while (directory.remaining() >= ENTRY_BYTES
          && directory.getInt(directory.position()) == ENTRY) {
        entries.add(entry(directory));
      }
      return new ZipDirectory(entries);
    }
  }

  boolean hasSpecialFiles() {
    return entries.stream().anyMatch(Entry::special);
  }

  private static Entry entry(ByteBuffer directory) throws ZipException {
    int at = directory.position();
    int type = directory.getInt(at + 38) >>> 16 & TYPE;
    int length =
        ENTRY_BYTES
            + unsigned(directory, at + 28)
            + unsigned(directory, at + 30)
            + unsigned(directory, at + 32);
    if (length > directory.remaining()) {
      throw new ZipException("its directory is cut off");
    }
    directory.position(at + length);
    return new Entry(type != 0 && type != PLAIN && type != FOLDER);
  }

  private static ByteBuffer directory(FileChannel channel) throws IOException {
    long tailStart = Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT - LOCATOR_64_BYTES);
    ByteBuffer tail = read(channel, tailStart, (int) (channel.size() - tailStart));
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        long bytes = tail.getInt(at + 12) & 0xFFFFFFFFL;
        long start = tail.getInt(at + 16) & 0xFFFFFFFFL;
        int locator = at - LOCATOR_64_BYTES;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR_64) {
          ByteBuffer large = read(channel, tail.getLong(locator + 8), 56);
          if (large.getInt(0) != END_64) {
            throw new ZipException("its directory is damaged");
          }
          bytes = large.getLong(40);
          start = large.getLong(48);
        }
        return bounded(channel, start, bytes);
      }
    }
    throw new ZipException("it has no directory");
  }

  private static ByteBuffer bounded(FileChannel channel, long start, long bytes)
      throws IOException {
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw new ZipException("its directory is too large");
    }
    return read(channel, start, (int) bytes);
  }

  private static ByteBuffer read(FileChannel channel, long start, int bytes) throws IOException {
    if (start < 0 || start + bytes > channel.size()) {
      throw new ZipException("its directory lies outside of it");
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
      // until all of it is there
    }
    return buffer.flip();
  }

  private static int unsigned(ByteBuffer buffer, int at) {
    return buffer.getShort(at) & 0xFFFF;
  }
}
