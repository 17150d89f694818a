package io.earshot.asr.sound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first bytes of files that say themselves how they are written. */
final class ContainerMarks {
  private static final List<Mark> MARKS =
      List.of(
          mark("wav", "R(?:IFF|IFX|F64)....WAVE"),
          mark("avi", "RIFF....AVI "),
          mark("w64", "riff\\x2e\\x91\\xcf\\x11"),
          mark("ogg", "OggS"),
          mark("flac", "fLaC"),
          mark("mp3", "ID3"),
          mark("amr", "#!AMR"),
          mark("mov", "....ftyp"),
          mark("matroska", "\\x1aE\\xdf\\xa3"),
          mark("asf", "0&\\xb2u\\x8ef\\xcf\\x11"),
          mark("aiff", "FORM....AIF"),
          mark("au", "\\.snd"),
          mark("caf", "caff"));
  private static final int LONGEST = 16;

  private ContainerMarks() {}

  private record Mark(String format, Pattern start) {}

  /** The format that a file's start shows, by the media decoder's name for it. */
  static Optional<String> format(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(LONGEST), ISO_8859_1);
      return MARKS.stream()
          .filter(mark -> mark.start.matcher(start).lookingAt())
          .map(Mark::format)
          .findFirst();
    }
  }

  private static Mark mark(String format, String regex) {
    return new Mark(format, Pattern.compile(regex, Pattern.DOTALL));
  }
}
