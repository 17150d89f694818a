package io.earshot.ingest;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

  private StillChanging(String message, Duration retryAfter) {
    super(ErrorKind.UNAVAILABLE, message);
    this.retryAfter = retryAfter;
  }

  /** A file without the marker that says it is complete. */
  static StillChanging unmarked(Path file, List<String> endings) {
    return new StillChanging(
        "%s is not complete: no file beside it ends in %s (ingest.done_markers)"
            .formatted(PlainName.of(file), String.join(" or ", endings)),
        Duration.ofSeconds(1));
  }

  /** When it makes sense to try again, at the earliest. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
