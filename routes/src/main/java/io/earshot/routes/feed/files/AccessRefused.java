package io.earshot.routes.feed.files;

import java.io.IOException;

/**
 * The other side does not let us in, or is not who it should be: somebody has to mend something, so
 * asking again soon only locks accounts. The message names the mend.
 */
public final class AccessRefused extends IOException {
  private static final long serialVersionUID = 1L;

  public AccessRefused(String why) {
    super(why);
  }
}
