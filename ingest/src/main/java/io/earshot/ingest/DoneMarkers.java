package io.earshot.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files that a recorder puts beside a finished one to say so. */
final class DoneMarkers {
  private final List<String> endings;

  DoneMarkers(List<String> endings) {
    this.endings = endings;
  }

  /** Whether only what has one is complete. */
  boolean wanted() {
    return !endings.isEmpty();
  }

  /** The markers of an item that there are: behind a file's name, or in place of its ending. */
  List<Path> of(SourceItem item) {
    List<Path> markers = new ArrayList<>();
    item.files().forEach(file -> markers.addAll(of(file, item)));
    return markers.stream().distinct().toList();
  }

  /** Those of one of the item's files, or of what the files have in common. */
  List<Path> of(Path file, SourceItem item) {
    String name = file.getFileName().toString();
    List<Path> markers = new ArrayList<>();
    for (String start : List.of(name, NameFacts.stem(name), NameFacts.stem(item.name()))) {
      for (String ending : endings) {
        Path marker = file.resolveSibling(start + ending);
        if (Files.exists(marker)) {
          markers.add(marker);
        }
      }
    }
    return markers;
  }

  boolean isMarker(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(ending -> name.endsWith(ending.toLowerCase(Locale.ROOT)));
  }
}
