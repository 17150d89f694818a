package io.earshot.routes.feed.files;

import java.io.IOException;

/** Somewhere else where files lie. Safe for several threads; each visit is for one. */
public interface Place {

  /** What it is; nobody is asked for that. */
  About about();

  /**
   * Goes there, within seconds.
   *
   * @throws AccessRefused when the other side does not let us in, or is not the one that we know
   * @throws IOException when it does not answer
   */
  Visit visit() throws IOException;
}
