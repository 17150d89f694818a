package io.earshot.asr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command that was killed left in a library, and copies whose model is gone. Only for who
 * holds the library's lock.
 */
record Leftovers(Path library) {

  void remove() throws IOException {
    List<Path> entries = entries(library);
    List<Path> manifests = entries.stream().filter(ModelManifest::isOne).toList();
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      boolean folder = Files.isDirectory(entry) && !name.equals(ModelLibrary.DOWNLOADS);
      if (folder && manifests.stream().noneMatch(manifest -> names(manifest, name))
          || name.endsWith(WholeFile.UNFINISHED)) {
        new FileTree(entry).delete();
      }
    }
    removeOrphans();
  }

  /** What can't be read may be mended by hand: then the folder must still be there. */
  private static boolean names(Path manifest, String folder) {
    try {
      return ModelManifest.read(manifest).folder().equals(folder);
    } catch (IOException e) {
      return folder.startsWith(ModelManifest.stem(manifest));
    }
  }

  /** Tuned copies lie beside the library and link to their model. */
  private void removeOrphans() throws IOException {
    for (Path copy : entries(library.getParent())) {
      Path model = copy.resolve("am");
      // The home itself may lie behind a link, and is then linked to by its real path.
      if (Files.isSymbolicLink(model)
          && Files.readSymbolicLink(model).startsWith(library.toRealPath())
          && !Files.exists(model)) {
        new FileTree(copy).delete();
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
