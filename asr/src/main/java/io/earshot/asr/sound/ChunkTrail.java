package io.earshot.asr.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The chunks behind the samples of a RIFF file. A recorder that died before it mended its header
 * leaves a size that was true after the first second: then sound goes on where a chunk should
 * begin.
 */
final class ChunkTrail {
  private static final int HEAD_BYTES = 8;
  private static final int MOST_CHUNKS = 1000;

  private ChunkTrail() {}

  /** Whether from {@code start} on there are chunks, each within the file. */
  static boolean leadsToTheEnd(Path file, long start) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long position = start;
      for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
        // A few bytes at the end are padding, never sound worth having.
        if (channel.size() - position < HEAD_BYTES) {
          return true;
        }
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(head, position);
        if (!isName(head)) {
          return false;
        }
        long size = head.getInt(4) & 0xffffffffL;
        position += HEAD_BYTES + size + (size & 1);
        if (position > channel.size() + 1) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean isName(ByteBuffer head) {
    for (int i = 0; i < 4; i++) {
      if (head.get(i) < ' ' || head.get(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
