package io.earshot.routes.feed.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of a server that has them in a folder.
 *
 * @param folder its root
 */
public record FolderOfServer(Path folder) {

  /** Puts a file there as a whole. */
  public void put(String name, byte[] content) {
    try {
      Path aside = Files.write(folder.resolveSibling("aside"), content);
      Path target = folder.resolve(name);
      Files.createDirectories(target.getParent());
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files, with their folders. */
  public Set<String> names() {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(folder.relativize(file).toString()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
