package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file is, told by its first bytes, and where those say nothing by its ending. */
enum SourceKind {
  RECORDING,
  TEXT,
  EMPTY,
  /** An archive or an office document. */
  PACKED;

  private static final Set<String> SOUND_ENDINGS =
      Set.of(
          "wav", "wave", "wav49", "mp3", "mp2", "ogg", "oga", "opus", "spx", "flac", "m4a", "mp4",
          "aac", "amr", "awb", "3gp", "wma", "asf", "webm", "mka", "mkv", "avi", "gsm", "ulaw",
          "ul", "ulw", "mulaw", "alaw", "al", "alw", "sln", "slin", "sln12", "sln16", "sln24",
          "sln32", "sln44", "sln48", "raw", "pcm", "g722", "g729", "g726", "g726-16", "g726-24",
          "g726-32", "g726-40", "g723", "au", "snd", "aif", "aiff", "aifc", "caf", "vox", "w64",
          "rf64", "weba", "3ga", "mpga", "mpeg", "mpg", "mov", "m4b");

  /** First bytes of the containers, as ISO 8859-1; a dot stands for any byte. */
  private static final List<String> SOUND_MARKS =
      List.of(
          "RIFF....WAVE",
          "RIFF....AVI ",
          "RIFX....WAVE",
          "RF64....WAVE",
          "riff.\u0091\u00cf\u0011",
          "OggS",
          "fLaC",
          "ID3",
          "#!AMR",
          "....ftyp",
          "\u001aE\u00df\u00a3",
          "0&\u00b2u\u008ef\u00cf\u0011",
          "FORM....AIF",
          ".snd",
          "caff");

  private static final List<String> PACKED_MARKS =
      List.of(
          "PK\u0003\u0004",
          "\u001f\u008b\u0008",
          "Rar!",
          "7z\u00bc\u00af",
          "%PDF",
          "\u00d0\u00cf\u0011\u00e0");

  static SourceKind of(Path file) {
    return of(file, soundsByName(file));
  }

  /**
   * The kind of a file.
   *
   * @param sounds whether its name alone says that it is sound
   */
  static SourceKind of(Path file, boolean sounds) {
    String start = start(file);
    if (start.isEmpty()) {
      return EMPTY;
    }
    if (SOUND_MARKS.stream().anyMatch(mark -> begins(start, mark))) {
      return RECORDING;
    }
    if (PACKED_MARKS.stream().anyMatch(mark -> begins(start, mark))) {
      return PACKED;
    }
    return sounds || isMpegFrame(start) ? RECORDING : TEXT;
  }

  /** Whether the name alone says that it is sound. */
  static boolean soundsByName(Path file) {
    return SOUND_ENDINGS.contains(ending(file));
  }

  static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean begins(String start, String mark) {
    if (start.length() < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (mark.charAt(i) != '.' && mark.charAt(i) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Sync word, a valid version, layer and bit rate; the mark of UTF-16 has no valid layer. */
  private static boolean isMpegFrame(String start) {
    if (start.length() < 3 || start.charAt(0) != 0xff || (start.charAt(1) & 0xe0) != 0xe0) {
      return false;
    }
    boolean version = (start.charAt(1) & 0x18) != 0x08;
    boolean layer = (start.charAt(1) & 0x06) != 0;
    boolean rate = (start.charAt(2) & 0xf0) != 0xf0 && (start.charAt(2) & 0xf0) != 0;
    return version && layer && rate && start.charAt(1) != 0xfe;
  }

  private static String start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(16), ISO_8859_1);
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be read (%s); check that it is still there and may be read".formatted(file, e),
          e);
    }
  }
}
