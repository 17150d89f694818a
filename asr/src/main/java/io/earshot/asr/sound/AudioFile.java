package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens sound files by what they hold, not by their names. Stateless, for any thread. */
public final class AudioFile {
  private AudioFile() {}

  /**
   * Channels, rate, duration and codec of a file that is decoded in Java: cheap, only the header is
   * read.
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
    return wav(file).map(header -> header.info(size(file))).orElseGet(() -> decoder.probe(file));
  }

  /**
   * Whether a file is what every player knows: WAV with whole 16-bit samples, as many as its header
   * declares. Cheap, only the header is read.
   *
   * @throws EarshotException of kind BAD_INPUT when the file is empty or has no sound
   */
  public static boolean isPlain(Path file) {
    return wav(file).filter(header -> header.isPlain(size(file))).isPresent();
  }

  /**
   * Starts to read a file.
   *
   * @throws EarshotException of kind BAD_INPUT when the file is empty, has no sound, or can't be
   *     decoded
   */
  public static AudioReader open(Path file, MediaDecoder decoder) {
    return wav(file)
        .<AudioReader>map(header -> WavReader.open(file, header))
        .orElseGet(() -> decoder.open(file));
  }

  private static Optional<WavHeader> wav(Path file) {
    if (size(file) == 0) {
      throw EarshotException.badInput(
          "%s is empty: record or copy it again".formatted(file.getFileName()));
    }
    return WavHeader.read(file);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw EarshotException.badInput(
          "%s can't be read: %s".formatted(file, e.getClass().getSimpleName()), e);
    }
  }
}
