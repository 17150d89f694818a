package io.earshot.asr.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes WAV files for tests, true ones and lying ones. */
public final class WavFile {
  private int tag = 1;
  private int channels = 1;
  private int rate = 8000;
  private int bits = 16;
  private long declaredBytes = -1;
  private boolean extensible;
  private byte[] before = new byte[0];
  private byte[] data = new byte[0];

  public WavFile format(int newTag, int newBits) {
    tag = newTag;
    bits = newBits;
    return this;
  }

  public WavFile channels(int count, int newRate) {
    channels = count;
    rate = newRate;
    return this;
  }

  public WavFile extensible() {
    extensible = true;
    return this;
  }

  public WavFile declaring(long bytes) {
    declaredBytes = bytes;
    return this;
  }

  /** A chunk of its own before the samples. */
  public WavFile chunkBefore(String id, int size) {
    before =
        ByteBuffer.allocate(8 + size + (size & 1))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(id.getBytes(StandardCharsets.US_ASCII))
            .putInt(size)
            .array();
    return this;
  }

  public WavFile data(byte... bytes) {
    data = bytes;
    return this;
  }

  /** Interleaved 16-bit samples. */
  public WavFile samples(short... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : samples) {
      bytes.putShort(sample);
    }
    return data(bytes.array());
  }

  public byte[] bytes() {
    int formatBytes = extensible ? 40 : 16;
    ByteBuffer file =
        ByteBuffer.allocate(12 + 8 + formatBytes + before.length + 8 + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(formatBytes);
    file.putShort((short) (extensible ? 0xFFFE : tag)).putShort((short) channels).putInt(rate);
    int blockBytes = channels * bits / 8;
    file.putInt(rate * blockBytes).putShort((short) blockBytes).putShort((short) bits);
    if (extensible) {
      file.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) tag);
      file.put(new byte[14]);
    }
    file.put(before).put("data".getBytes(StandardCharsets.US_ASCII));
    file.putInt((int) (declaredBytes >= 0 ? declaredBytes : data.length)).put(data);
    return file.array();
  }

  public Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
