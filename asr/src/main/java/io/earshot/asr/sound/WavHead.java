package io.earshot.asr.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes before the samples of a 16-bit WAV file; RF64 (EBU Tech 3306) when 4 GB are too few.
 */
final class WavHead {
  private static final int FORMAT_BYTES = 16;
  private static final int LARGE_SIZES_BYTES = 28;
  private static final long MOST_RIFF_BYTES = 0xffffffffL;
  private static final int IN_LARGE_SIZES = -1;

  private WavHead() {}

  static byte[] of(int channels, int sampleRate, long samples) {
    long dataBytes = samples * channels * 2;
    long riffBytes = 4 + 8 + FORMAT_BYTES + 8 + dataBytes;
    boolean large = riffBytes > MOST_RIFF_BYTES;
    int size = 12 + 8 + FORMAT_BYTES + 8 + (large ? 8 + LARGE_SIZES_BYTES : 0);
    ByteBuffer head = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii(large ? "RF64" : "RIFF")).putInt(large ? IN_LARGE_SIZES : (int) riffBytes);
    head.put(ascii("WAVE"));
    if (large) {
      head.put(ascii("ds64")).putInt(LARGE_SIZES_BYTES);
      head.putLong(riffBytes + 8 + LARGE_SIZES_BYTES).putLong(dataBytes).putLong(samples).putInt(0);
    }
    head.put(ascii("fmt ")).putInt(FORMAT_BYTES).putShort((short) 1).putShort((short) channels);
    head.putInt(sampleRate).putInt(sampleRate * channels * 2);
    head.putShort((short) (channels * 2)).putShort((short) 16);
    head.put(ascii("data")).putInt(large ? IN_LARGE_SIZES : (int) dataBytes);
    return head.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
