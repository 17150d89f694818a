package io.earshot.routes.feed.files;

import io.earshot.config.Section;
import java.io.IOException;

/**
 * What becomes of files once they were received.
 *
 * @param deletes whether they are deleted ({@code delete})
 * @param done folder of the same place to which they are moved ({@code done}); empty when they are
 *     not. With neither they stay, and are remembered
 */
public record Afterwards(boolean deletes, String done) {

  /** Reads the keys {@code delete} and {@code done}. */
  public static Afterwards from(Section section) {
    boolean deletes = section.flag("delete", false);
    String done = section.text("done", "");
    if (deletes && !done.isEmpty()) {
      section.problem("delete", "stands beside 'done': files are either deleted or moved");
    }
    return new Afterwards(deletes, done);
  }

  boolean stays() {
    return !deletes && done.isEmpty();
  }

  /** Lets go of one file; not of one that was changed since, for that was not received. */
  void letGo(Visit visit, RemoteFile file) throws IOException {
    if (stays() || !visit.isUnchanged(file)) {
      return;
    }
    if (deletes) {
      visit.delete(file);
    } else {
      visit.move(file);
    }
  }
}
