package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the samples behind a WAV header as far as they go. */
final class WavReader implements AudioReader {
  private static final int BLOCK_BYTES = 1 << 16;

  private final String name;
  private final InputStream in;
  private final WavHeader header;
  private final AudioInfo info;
  private byte[] block = new byte[0];
  private long left;

  /** Takes over a stream that stands at the first sample. */
  WavReader(String name, InputStream in, WavHeader header, AudioInfo info) {
    this.name = name;
    this.in = in;
    this.header = header;
    this.info = info;
    this.left = header.dataBytes();
  }

  static WavReader open(Path file, WavHeader header) {
    try {
      AudioInfo info = header.info(Files.size(file));
      InputStream in = Files.newInputStream(file);
      in.skipNBytes(header.dataStart());
      return new WavReader(file.getFileName().toString(), in, header, info);
    } catch (IOException e) {
      throw EarshotException.badInput("%s can't be read".formatted(file.getFileName()), e);
    }
  }

  @Override
  public AudioInfo info() {
    return info;
  }

  @Override
  public int read(float[][] channels) {
    int frameBytes = header.frameBytes();
    int frames = Math.min(channels[0].length, Math.max(1, BLOCK_BYTES / frameBytes));
    int wanted = (int) Math.min((long) frames * frameBytes, left);
    int got = fill(wanted) / frameBytes;
    if (got == 0) {
      return -1;
    }
    SampleFormat format = header.format();
    int at = 0;
    for (int frame = 0; frame < got; frame++) {
      for (float[] channel : channels) {
        channel[frame] = format.decode(block, at);
        at += format.bytes();
      }
    }
    return got;
  }

  private int fill(int wanted) {
    if (block.length < wanted) {
      block = new byte[wanted];
    }
    try {
      int got = in.readNBytes(block, 0, wanted);
      left -= got;
      return got;
    } catch (IOException e) {
      throw EarshotException.badInput("%s can't be read on".formatted(name), e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // Nothing was written: there is nothing to lose.
      left = 0;
    }
  }
}
