package io.earshot.console.upload;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files as others chose them, made safe: the last part of a path, without control and
 * other unseen characters, not hidden, and no longer than a file system takes.
 */
final class UploadName {
  private static final int MOST_BYTES = 255;
  private static final int LONGEST_ENDING = 16;
  private static final String NAMELESS = "upload";

  private UploadName() {}

  static String of(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String seen = last.replaceAll("[\\p{C}\\u2028\\u2029]", "").replaceAll("^[.\\p{Z}\\s]+", "");
    String safe = storable(cut(seen.isBlank() ? NAMELESS : seen.strip()));
    return safe.isBlank() ? NAMELESS : safe;
  }

  /** In a process whose locale knows no such letters, a file can't be named with them. */
  private static String storable(String name) {
    try {
      return Path.of(name).toString();
    } catch (InvalidPathException e) {
      return name.replaceAll("[^\\x20-\\x7e]", "_");
    }
  }

  /** The ending says what the file is: what is too long loses the end of its stem. */
  private static String cut(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
    String stem = name.substring(0, name.length() - ending.length());
    while (bytes(stem) + bytes(ending) > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
