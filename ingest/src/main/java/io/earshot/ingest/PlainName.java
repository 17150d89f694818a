package io.earshot.ingest;

import java.nio.file.Path;

/**
 * Names of files as they may be shown and logged: a name is input from outside, and may hold line
 * breaks that fake a line of a log, or marks that turn the rest of a line around.
 */
public final class PlainName {
  private static final int LONGEST = 255;
  private static final int INSTEAD = 0xFFFD;

  private PlainName() {}

  /** The name of a file, made safe to show. */
  public static String of(Path file) {
    return of(file.getFileName().toString());
  }

  /** The same for a name that may be no file's. */
  public static String of(String name) {
    return name.codePoints()
        .map(character -> shows(character) ? character : INSTEAD)
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean shows(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> !turnsText(character);
      default -> true;
    };
  }

  /** Embeddings, overrides and isolates of bidirectional text (UAX 9). */
  private static boolean turnsText(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }
}
