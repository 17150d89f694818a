package io.earshot.routes.feed.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A server that has its files in a folder of this machine. */
public abstract class FolderOfServer implements FarFiles {
  protected final Path folder;
  protected volatile boolean breaks;

  /** Nothing is served before it is started. */
  protected FolderOfServer(Path folder) {
    this.folder = folder;
  }

  @Override
  public final void put(String name, byte[] content) {
    try {
      Path aside = Files.write(folder.resolveSibling("aside"), content);
      Path target = folder.resolve(name);
      Files.createDirectories(target.getParent());
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public final Set<String> names() {
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

  @Override
  public final void breakOff(boolean doesBreak) {
    breaks = doesBreak;
  }

  @Override
  public final void close() {
    stop();
  }
}
