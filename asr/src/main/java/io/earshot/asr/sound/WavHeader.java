package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The part of a RIFF/WAVE stream before its samples.
 *
 * @param dataStart bytes before the first sample
 * @param dataBytes bytes of samples as declared; {@link #TO_THE_END} when the header can't be right
 */
record WavHeader(
    SampleFormat format, int channels, int sampleRate, long dataStart, long dataBytes) {
  static final long TO_THE_END = Long.MAX_VALUE;

  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MOST_CHANNELS = 32;
  private static final int MOST_FORMAT_BYTES = 1 << 16;
  private static final long MOST_CHUNKS = 10_000;
  private static final long IN_LARGE_SIZES = 0xffffffffL;

  int frameBytes() {
    return format.bytes() * channels;
  }

  AudioInfo info(long fileBytes) {
    long bytes = Math.min(dataBytes, Math.max(0, fileBytes - dataStart));
    long durationMs = bytes / frameBytes() * 1000 / sampleRate;
    return new AudioInfo(channels, sampleRate, durationMs, format.codec());
  }

  /** Sizes that recorders leave open are nothing that players can be trusted to see through. */
  boolean isPlain(long fileBytes) {
    return format == SampleFormat.PCM_S16
        && dataBytes != TO_THE_END
        && dataBytes <= fileBytes - dataStart;
  }

  /** The header of a file that Java decodes; empty when it is another kind of file. */
  static Optional<WavHeader> read(Path file) {
    try {
      Optional<WavHeader> header = found(file);
      header.ifPresent(found -> requireSamples(found, file));
      return header.isPresent() ? Optional.of(header.get().believed(file)) : header;
    } catch (IOException e) {
      throw EarshotException.badInput("%s can't be read".formatted(file.getFileName()), e);
    }
  }

  private static Optional<WavHeader> found(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, name);
    } catch (EOFException e) {
      Optional<WavHeader> searched = ChunkSearch.header(file);
      if (searched.isEmpty()) {
        throw noSound(name);
      }
      return searched;
    }
  }

  /** The header of a stream, which is left at the first sample. */
  static Optional<WavHeader> read(InputStream in, String name) throws IOException {
    byte[] riff = in.readNBytes(12);
    if (riff.length < 12 || !isWave(riff)) {
      return Optional.empty();
    }
    long position = 12;
    long largeSize = 0;
    Optional<ByteBuffer> format = Optional.empty();
    for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
      ByteBuffer head = exactly(in, 8);
      long size = head.getInt(4) & 0xffffffffL;
      position += 8;
      String id = text(head.array(), 0);
      if (id.equals("data")) {
        long start = position;
        long declared = size == IN_LARGE_SIZES && largeSize > 0 ? largeSize : size;
        return format.flatMap(fmt -> of(fmt, start, declared));
      }
      long padded = size + (size & 1);
      if (id.equals("fmt ") && size >= 16 && size <= MOST_FORMAT_BYTES) {
        format = Optional.of(exactly(in, (int) size));
        in.skipNBytes(padded - size);
      } else if (id.equals("ds64") && size >= 16 && size <= MOST_FORMAT_BYTES) {
        largeSize = exactly(in, (int) size).getLong(8);
        in.skipNBytes(padded - size);
      } else {
        in.skipNBytes(padded);
      }
      position += padded;
    }
    throw noSound(name);
  }

  /** The header that a format chunk and the place of the samples make; empty when Java can't. */
  static Optional<WavHeader> of(ByteBuffer format, long dataStart, long declared) {
    int tag = format.getShort(0) & 0xffff;
    int channels = format.getShort(2) & 0xffff;
    int rate = format.getInt(4);
    int blockBytes = format.getShort(12) & 0xffff;
    int bits = format.getShort(14) & 0xffff;
    // An extensible header keeps the real tag in the first two bytes of its sub-format.
    int realTag = tag == EXTENSIBLE && format.limit() >= 26 ? format.getShort(24) & 0xffff : tag;
    if (channels < 1 || channels > MOST_CHANNELS || rate < 1000 || rate > 768_000) {
      return Optional.empty();
    }
    // Recorders that stream leave 0 or all ones behind: then only the end of the file is true.
    boolean open = declared <= 0 || declared == IN_LARGE_SIZES || declared == 0x7fffffffL;
    long bytes = open ? TO_THE_END : declared;
    return SampleFormat.of(realTag, bits)
        .filter(found -> blockBytes == 0 || blockBytes == found.bytes() * channels)
        .map(found -> new WavHeader(found, channels, rate, dataStart, bytes));
  }

  /** With the size that the file bears out: that of its end, or one behind which chunks follow. */
  private WavHeader believed(Path file) throws IOException {
    long dataEnd = dataStart + dataBytes + (dataBytes & 1);
    boolean open = dataBytes == TO_THE_END || dataEnd >= Files.size(file);
    return open || ChunkTrail.leadsToTheEnd(file, dataEnd)
        ? this
        : new WavHeader(format, channels, sampleRate, dataStart, TO_THE_END);
  }

  private static void requireSamples(WavHeader header, Path file) {
    try {
      if (Files.size(file) - header.dataStart < header.frameBytes()) {
        throw noSound(file.getFileName().toString());
      }
    } catch (IOException e) {
      throw EarshotException.badInput("%s can't be read".formatted(file.getFileName()), e);
    }
  }

  private static EarshotException noSound(String name) {
    return EarshotException.badInput(
        "%s has a WAV header but no sound after it: the recording was cut off; take it again from"
                .formatted(name)
            + " the recorder");
  }

  // RF64 (EBU Tech 3306) is RIFF for files over 4 GB: sizes that are all ones stand in chunk ds64.
  private static boolean isWave(byte[] riff) {
    String kind = text(riff, 0);
    return (kind.equals("RIFF") || kind.equals("RF64")) && text(riff, 8).equals("WAVE");
  }

  private static ByteBuffer exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}
