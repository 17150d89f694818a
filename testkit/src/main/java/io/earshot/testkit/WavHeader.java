package io.earshot.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What stands before the samples of a WAV file: RIFF, format (in the 18-byte form that G.711 asks
 * for), fact and data headers.
 */
record WavHeader(SampleFormat format, int channels, int rate, long dataBytes) {
  private static final int BYTES = 12 + 8 + 18 + 8 + 4 + 8;

  WavHeader {
    if (dataBytes + BYTES > 0xffff_ffffL) {
      throw new IllegalArgumentException("A WAV file can't hold %d bytes".formatted(dataBytes));
    }
  }

  /** Bytes after the samples: RIFF chunks end at even places. */
  int padding() {
    return (int) (dataBytes % 2);
  }

  byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    int frameBytes = channels * format.bytesPerSample();
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(US_ASCII)).putInt((int) (BYTES - 8 + dataBytes + padding()));
    header.put("WAVEfmt ".getBytes(US_ASCII)).putInt(18);
    header.putShort((short) format.wavFormat()).putShort((short) channels);
    header.putInt(rate).putInt(rate * frameBytes);
    header.putShort((short) frameBytes).putShort((short) (8 * format.bytesPerSample()));
    header.putShort((short) 0);
    header.put("fact".getBytes(US_ASCII)).putInt(4).putInt((int) (dataBytes / frameBytes));
    header.put("data".getBytes(US_ASCII)).putInt((int) dataBytes);
    return bytes;
  }
}
