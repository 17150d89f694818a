package io.earshot.routes.feed.files;

import java.io.IOException;

/** Somewhere else where files lie. Safe for several threads; each visit is for one. */
public interface Place {

  /** What sort of place, such as {@code sftp}. */
  String kind();

  /** For people; holds no secret. */
  String text();

  /** Whether files are complete as soon as they are listed. */
  boolean showsWholeFiles();

  /** What is unsafe about the way to it, and the mend; empty when nothing is. */
  default String warning() {
    return "";
  }

  /**
   * Goes there, within seconds.
   *
   * @throws AccessRefused when the other side does not let us in, or is not the one that we know
   * @throws IOException when it does not answer
   */
  Visit visit() throws IOException;
}
