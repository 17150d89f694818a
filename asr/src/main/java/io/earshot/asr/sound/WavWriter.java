package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes tracks as one 16-bit WAV stream; RF64 when it grows over 4 GB. For one thread. */
public final class WavWriter {
  private final OutputStream out;
  private final long samples;
  private byte[] bytes = new byte[0];
  private long written;

  /**
   * Writes the head.
   *
   * @param wav is neither synced nor closed
   * @param samples of each track that are going to come
   */
  public WavWriter(OutputStream wav, int tracks, int sampleRate, long samples) throws IOException {
    this.out = new BufferedOutputStream(wav, 1 << 16);
    this.samples = samples;
    out.write(WavHead.of(tracks, sampleRate, samples));
  }

  /** Writes the start of each track's array, which is on the 16-bit scale. */
  public void write(float[][] block, int count) throws IOException {
    int needed = 2 * block.length * count;
    if (bytes.length < needed) {
      bytes = new byte[needed];
    }
    interleave(block, count);
    out.write(bytes, 0, needed);
    written += count;
  }

  private void interleave(float[][] block, int count) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (float[] track : block) {
        int sample = Math.max(-32_768, Math.min(32_767, Math.round(track[i])));
        bytes[at++] = (byte) sample;
        bytes[at++] = (byte) (sample >> 8);
      }
    }
  }

  /**
   * Writes what is left.
   *
   * @throws EarshotException of kind BAD_INPUT when another number of samples came than was said
   */
  public void finish() throws IOException {
    if (written != samples) {
      throw EarshotException.badInput(
          "The recording changed while it was read: try again when it is complete");
    }
    out.flush();
  }
}
