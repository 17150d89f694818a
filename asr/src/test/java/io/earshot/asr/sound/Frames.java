package io.earshot.asr.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Frames of codecs that nothing here encodes, made by hand. Any bits are a valid frame of these
 * codecs: what comes out is a noise that no one said, of the right length.
 */
final class Frames {
  private Frames() {}

  /** GSM 06.10, 33 bytes of 20 ms: four bits of signature, then parameters. */
  static byte[] gsm(int frames) {
    byte[] bytes = noise(33 * frames);
    for (int frame = 0; frame < frames; frame++) {
      bytes[33 * frame] = (byte) (0xd0 | bytes[33 * frame] & 0x0f);
    }
    return bytes;
  }

  /** G.729, 10 bytes of 10 ms. */
  static byte[] g729(int frames) {
    return noise(10 * frames);
  }

  /** A WAV file of blocks that hold a fixed number of samples, at 8 kHz on one channel. */
  static byte[] wav(int tag, int blockBytes, int blockSamples, byte[] blocks, byte... extra) {
    ByteBuffer file =
        ByteBuffer.allocate(12 + 8 + 18 + extra.length + 8 + blocks.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WAVEfmt "));
    file.putInt(18 + extra.length).putShort((short) tag).putShort((short) 1).putInt(8000);
    file.putInt(8000 * blockBytes / blockSamples).putShort((short) blockBytes).putShort((short) 0);
    file.putShort((short) extra.length).put(extra);
    return file.put(ascii("data")).putInt(blocks.length).put(blocks).array();
  }

  static byte[] noise(int count) {
    byte[] bytes = new byte[count];
    new Random(729).nextBytes(bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
