package io.earshot.testkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes WAV files whose content a test knows exactly. Every {@link Track} becomes a channel;
 * shorter ones end in silence. Methods return the file they wrote and throw {@link
 * UncheckedIOException} where it can't be written.
 */
public final class GeneratedAudio {
  private GeneratedAudio() {}

  /** Writes the tracks, which share one rate, as one file. */
  public static Path write(Path file, SampleFormat format, Track... channels) {
    return writeRepeated(file, 1, format, channels);
  }

  /**
   * Writes the tracks over and over, without holding more than one round in memory: this is how a
   * test comes by a recording of eight hours.
   *
   * @throws IllegalArgumentException when rates differ or no WAV file can hold that much (4 GB)
   */
  public static Path writeRepeated(Path file, int rounds, SampleFormat format, Track... channels) {
    byte[] round = interleaved(format, channels);
    int rate = rate(channels);
    WavHeader header = new WavHeader(format, channels.length, rate, (long) round.length * rounds);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header.bytes());
      for (int i = 0; i < rounds; i++) {
        out.write(round);
      }
      out.write(new byte[header.padding()]);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write " + file, e);
    }
  }

  private static int rate(Track... channels) {
    int[] rates = Arrays.stream(channels).mapToInt(Track::rate).distinct().toArray();
    if (rates.length != 1) {
      throw new IllegalArgumentException(
          "Channels need one rate, not %s".formatted(Arrays.toString(rates)));
    }
    return rates[0];
  }

  private static byte[] interleaved(SampleFormat format, Track... channels) {
    int frames = Arrays.stream(channels).mapToInt(Track::size).max().orElse(0);
    int width = format.bytesPerSample();
    byte[] data = new byte[Math.multiplyExact(frames, channels.length * width)];
    int at = 0;
    for (int frame = 0; frame < frames; frame++) {
      for (Track channel : channels) {
        int encoded = format.encode(channel.sample(frame));
        for (int shift = 0; shift < width; shift++) {
          data[at++] = (byte) (encoded >> (8 * shift));
        }
      }
    }
    return data;
  }
}
