package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder with the ffmpeg programs, unpacked once from the jar that carries them.
 *
 * <p>The jar's own loader writes to the home folder; here the files go where Earshot was told to
 * keep its things.
 */
final class FfmpegFolder {
  // The name carries the version, so that a new one is unpacked beside the old one.
  private static final String NAME = "ffmpeg-8.0.1-1.5.13";
  private static final String RESOURCES = "/org/bytedeco/ffmpeg/linux-x86_64/";
  private static final List<String> PROGRAMS = List.of("ffmpeg", "ffprobe");
  private static final List<String> LIBRARIES =
      List.of(
          "libavcodec.so.62",
          "libavdevice.so.62",
          "libavfilter.so.11",
          "libavformat.so.62",
          "libavutil.so.60",
          "libswresample.so.6",
          "libswscale.so.9",
          "libdrm.so.2",
          "libva.so.2",
          "libva-drm.so.2");

  private final Path parent;

  FfmpegFolder(Path parent) {
    this.parent = parent;
  }

  /** The folder, filled by the first caller. */
  synchronized Path ready() {
    Path folder = parent.resolve(NAME);
    if (!Files.isDirectory(folder)) {
      try {
        unpackTo(folder);
      } catch (IOException e) {
        throw EarshotException.exhausted(
            "The media decoder can't be unpacked to %s: check that there are 80 MB of free disk and"
                    .formatted(parent)
                + " that the folder can be written",
            e);
      }
    }
    return folder;
  }

  private void unpackTo(Path folder) throws IOException {
    Files.createDirectories(parent);
    Path temporary = Files.createTempDirectory(parent, ".ffmpeg-");
    try {
      for (String name : LIBRARIES) {
        copy(name, temporary);
      }
      for (String name : PROGRAMS) {
        if (!copy(name, temporary).toFile().setExecutable(true)) {
          throw new IOException("can't make %s executable".formatted(name));
        }
      }
      // Whoever comes second, another process say, finds the folder complete and uses it.
      moveUnlessThere(temporary, folder);
    } finally {
      delete(temporary);
    }
  }

  private static void moveUnlessThere(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      delete(from);
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    try (InputStream in = FfmpegFolder.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IOException("the jar of ffmpeg for Linux x86-64 does not hold " + name);
      }
      Path file = folder.resolve(name);
      Files.copy(in, file);
      return file;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
