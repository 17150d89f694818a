package io.earshot.asr.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes sound files of other codecs with the ffmpeg that comes along. */
final class Encoder {
  private final Path programs;

  Encoder(Path cache) {
    programs = new FfmpegFolder(cache.toAbsolutePath()).ready();
  }

  /** Encodes a file; the arguments say how, the target's ending which container. */
  Path encode(Path wav, Path target, String... arguments) {
    List<String> command =
        MediaDecoder.concat(
            List.of(programs.resolve("ffmpeg").toString(), "-nostdin", "-v", "error", "-y", "-i"),
            List.of(wav.toString()),
            List.of(arguments),
            List.of(target.toString()));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("LD_LIBRARY_PATH", programs.toString());
      Process process = builder.start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError("encoding failed: " + command);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
