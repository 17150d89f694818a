package io.earshot.console.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file that grows. For one thread at a time. */
final class ArrivingFile implements AutoCloseable {
  private final Path file;
  private final UploadLimits limits;
  private final FileChannel channel;
  private long bytes;

  private ArrivingFile(Path file, UploadLimits limits, FileChannel channel, long bytes) {
    this.file = file;
    this.limits = limits;
    this.channel = channel;
    this.bytes = bytes;
  }

  /** Goes on with a file that is there, after its first bytes; what is behind them is dropped. */
  static ArrivingFile open(Path file, long bytes, UploadLimits limits) {
    try {
      FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE));
      channel.truncate(bytes).position(bytes);
      return new ArrivingFile(file, limits, channel, bytes);
    } catch (IOException e) {
      throw UploadFolder.unusable(file, e);
    }
  }

  void append(byte[] piece, int from, int to) {
    limits.grows(bytes, to - from);
    try {
      ByteBuffer left = ByteBuffer.wrap(piece, from, to - from);
      while (left.hasRemaining()) {
        bytes += channel.write(left);
      }
    } catch (IOException e) {
      throw UploadLimits.noRoom();
    }
  }

  /** What was appended outlives a loss of power from now on. */
  void force() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw UploadFolder.unusable(file, e);
    }
  }

  Path file() {
    return file;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw UploadFolder.unusable(file, e);
    }
  }
}
