package io.earshot.routes.feed.files;

import java.io.IOException;

/** One file can't be had or let go of now; others may. The message says why, without its name. */
public final class Unfetchable extends IOException {
  private static final long serialVersionUID = 1L;

  public Unfetchable(String why) {
    super(why);
  }
}
