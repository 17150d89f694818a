package io.earshot.ingest;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.nio.file.Path;
import java.time.Duration;

/** A file that is still being written: nothing was taken, come back later. */
public final class StillChanging extends EarshotException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  StillChanging(Path file, Duration retryAfter) {
    super(
        ErrorKind.UNAVAILABLE,
        "%s is still being written; it is taken when it has not changed for a while"
            .formatted(file));
    this.retryAfter = retryAfter;
  }

  /** When it makes sense to try again, at the earliest. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
