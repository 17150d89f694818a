package io.earshot.console.conversation;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A recording's bytes, to be read from any place. Stays readable when the file is replaced; closing
 * it twice is harmless. Reading throws an {@link EarshotException} of kind UNAVAILABLE when the
 * disk fails, or it was closed meanwhile.
 */
public final class Sound implements AutoCloseable {
  private final FileChannel channel;
  private final long bytes;
  private final String tag;

  private Sound(FileChannel channel, long bytes, String tag) {
    this.channel = channel;
    this.bytes = bytes;
    this.tag = tag;
  }

  /** Opens a file that stays. */
  public static Sound open(Path file) {
    try {
      String tag = Long.toHexString(Files.getLastModifiedTime(file).toMillis());
      return of(FileChannel.open(file, StandardOpenOption.READ), tag);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Opens a file that nobody else may find: its name is taken away at once where the system allows
   * it, else at closing, so that even a killed process leaves nothing behind.
   *
   * @param tag tells one content from another, as the time of the file can't
   */
  public static Sound openOnce(Path file, String tag) {
    try {
      return of(
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE), tag);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Sound of(FileChannel channel, String tag) throws IOException {
    long bytes = channel.size();
    return new Sound(channel, bytes, tag + "-" + Long.toHexString(bytes));
  }

  /** How many there are. */
  public long bytes() {
    return bytes;
  }

  /** The same for the same bytes: letters, digits and hyphens. */
  public String tag() {
    return tag;
  }

  /** Bytes from a position on, as many as asked for; fewer at the end. */
  byte[] read(long position, int count) {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, Math.max(0, bytes - position)));
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new IOException("the file was cut off");
        }
      }
      return buffer.array();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static EarshotException unreadable(IOException cause) {
    return EarshotException.unavailable(
        "The recording can't be read now; check the vault's disk", cause);
  }
}
