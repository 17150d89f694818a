package io.earshot.routes.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/** What becomes of files of a watched folder that are safely in the vault. */
interface Leaving {

  /** Whether they stay where they are. */
  default boolean stays() {
    return false;
  }

  /** Lets go of one file; one that is gone already is fine. */
  void letGo(Path file) throws IOException;

  /** A list of recordings lies there, which belongs to none of them alone. */
  default void keeps(Path list) throws IOException {}

  /** They stay. */
  record Stay() implements Leaving {
    @Override
    public boolean stays() {
      return true;
    }

    @Override
    public void letGo(Path file) {}
  }

  /** They are moved; the folders below the watched one are kept. */
  record Move(Path folder, Path done, Clock clock) implements Leaving {

    /** A name that is taken gets the time before it. */
    @Override
    public void letGo(Path file) throws IOException {
      if (!file.startsWith(folder) || !Files.exists(file)) {
        return; // a side file of another folder is not ours to move
      }
      Path target = done.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      if (Files.exists(target)) {
        target = target.resolveSibling(clock.millis() + "-" + file.getFileName());
      }
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
