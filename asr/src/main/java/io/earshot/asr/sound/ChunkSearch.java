package io.earshot.asr.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the chunks of a WAV file by their names, where a chunk's size leads astray. */
final class ChunkSearch {
  /** Lists of names and remarks that stand before the samples are shorter than this. */
  private static final int SEARCHED_BYTES = 1 << 16;

  private static final int FORMAT_BYTES = 16;
  private static final int HEAD_BYTES = 8;

  private ChunkSearch() {}

  /** The header, as far as there are a format and, behind it, samples; empty otherwise. */
  static Optional<WavHeader> header(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SEARCHED_BYTES);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    int format = text.indexOf("fmt ") + HEAD_BYTES;
    int data = text.indexOf("data", format + FORMAT_BYTES);
    if (format < HEAD_BYTES || data < 0 || data + HEAD_BYTES > start.length) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer found = bytes.slice(format, data - format).order(ByteOrder.LITTLE_ENDIAN);
    return WavHeader.of(found, data + HEAD_BYTES, bytes.getInt(data + 4) & 0xffffffffL);
  }
}
