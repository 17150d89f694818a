package io.earshot.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of files that lie in folders of conversations without being any. */
final class ForeignNames {
  private static final Set<String> NAMES =
      Set.of("thumbs.db", "desktop.ini", "license", "readme", "readme.txt", "makefile", "icon\r");
  private static final List<String> ENDINGS =
      List.of(
          // Unfinished: of downloads, transfers and editors.
          "~",
          ".tmp",
          ".temp",
          ".part",
          ".partial",
          ".crdownload",
          ".filepart",
          ".download",
          ".swp",
          ".lock",
          ".writing",
          ".inprogress",
          // Beside conversations: labels, facts, mappings, markers, documents, programs, pictures.
          ".reference.json",
          "_metadata.json",
          ".metadata.json",
          ".md",
          ".yaml",
          ".yml",
          ".done",
          ".ok",
          ".md5",
          ".sha256",
          ".sh",
          ".py",
          ".bat",
          ".log",
          ".ini",
          ".png",
          ".jpg",
          ".jpeg",
          ".gif",
          ".svg",
          ".html",
          ".htm",
          ".css",
          ".js");

  private ForeignNames() {}

  static boolean hidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("~$");
  }

  static boolean foreign(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return hidden(path) || NAMES.contains(name) || ENDINGS.stream().anyMatch(name::endsWith);
  }
}
