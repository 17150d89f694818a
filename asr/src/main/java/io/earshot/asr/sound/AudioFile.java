package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens sound files by what they hold; the name counts only for files without a header. Stateless,
 * for any thread.
 */
public final class AudioFile {
  private AudioFile() {}

  /**
   * Channels, rate, duration and codec of a file with a header that Java reads: cheap, only the
   * header is read.
   *
   * @throws EarshotException of kind BAD_INPUT when the file is empty, has no sound, or is of a
   *     kind that only {@link #probe(Path, MediaDecoder)} can tell
   */
  public static AudioInfo probe(Path file) {
    return wav(file)
        .map(header -> header.info(size(file)))
        .orElseThrow(
            () ->
                EarshotException.badInput(
                    "%s is not a PCM or G.711 WAV file: it needs the media decoder"
                        .formatted(file.getFileName())));
  }

  /**
   * The same for any file; what Java does not decode is asked of {@code decoder}.
   *
   * @throws EarshotException of kind BAD_INPUT when the file is empty or has no sound
   */
  public static AudioInfo probe(Path file, MediaDecoder decoder) {
    Named named = Named.of(file, decoder);
    AudioInfo info =
        named
            .header()
            .map(header -> header.info(size(file)))
            .orElseGet(() -> decoder.probe(file, named.decoderArguments()));
    return LateStart.of(file, info);
  }

  /**
   * Whether a file is what every player knows: WAV with whole 16-bit samples, as many as its header
   * declares. Cheap, only the header is read.
   *
   * @throws EarshotException of kind BAD_INPUT when the file is empty or has no sound
   */
  public static boolean isPlain(Path file) {
    return LateStart.delayMs(file) == 0
        && wav(file).filter(header -> header.isPlain(size(file))).isPresent();
  }

  /**
   * Starts to read a file.
   *
   * @throws EarshotException of kind BAD_INPUT when the file is empty, has no sound, or can't be
   *     decoded
   */
  public static AudioReader open(Path file, MediaDecoder decoder) {
    Named named = Named.of(file, decoder);
    AudioReader sound =
        named
            .header()
            .<AudioReader>map(header -> WavReader.open(file, header))
            .orElseGet(() -> decoder.open(file, named.decoderArguments()));
    return LateStart.of(file, sound);
  }

  /**
   * A file, with what its name says where there is something to say.
   *
   * @param raw how it is written if it has no header, by its name
   * @param mark the format that its first bytes show
   */
  private record Named(Path file, Optional<RawFormat> raw, Optional<String> mark) {
    static Named of(Path file, MediaDecoder decoder) {
      requireBytes(file);
      try {
        return new Named(file, decoder.raw().of(file), ContainerMarks.format(file));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    Optional<WavHeader> header() {
      return raw.isPresent() && mark.isEmpty() ? raw.get().header() : wav(file);
    }

    /** The decoder would believe such a name more than the bytes. */
    List<String> decoderArguments() {
      if (raw.isEmpty()) {
        return List.of();
      }
      return mark.map(format -> List.of("-f", format)).orElseGet(raw.get()::decoderArguments);
    }
  }

  private static Optional<WavHeader> wav(Path file) {
    requireBytes(file);
    return WavHeader.read(file);
  }

  private static void requireBytes(Path file) {
    if (size(file) == 0) {
      throw EarshotException.badInput(
          "%s is empty: record or copy it again".formatted(file.getFileName()));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static EarshotException unreadable(Path file, IOException cause) {
    return EarshotException.badInput(
        "%s can't be read: %s".formatted(file, cause.getClass().getSimpleName()), cause);
  }
}
