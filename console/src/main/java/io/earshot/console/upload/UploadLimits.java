package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import java.util.function.LongSupplier;

/**
 * How much is taken.
 *
 * @param room bytes that may still be written
 */
record UploadLimits(UploadSettings settings, LongSupplier room) {

  /**
   * Refuses a file that is announced.
   *
   * @param bytes its size; 0 when its sender does not say
   */
  void announced(long bytes) {
    if (bytes > settings.maxBytes()) {
      throw tooLarge();
    }
    if (bytes >= room.getAsLong()) {
      throw noRoom();
    }
  }

  /**
   * Refuses to let a file grow.
   *
   * @param there what it has
   * @param more what is to be added
   */
  void grows(long there, long more) {
    if (there + more > settings.maxBytes()) {
      throw tooLarge();
    }
    if (more > room.getAsLong()) {
      throw noRoom();
    }
  }

  private Problem tooLarge() {
    return Problem.tooLarge(
            "A file may have %d bytes (uploads.max_file); lay larger ones into a watched folder"
                .formatted(settings.maxBytes()))
        .withHeader(Resumable.LIMIT, text());
  }

  /** As a header says it. */
  String text() {
    return "max-size=%d".formatted(settings.maxBytes());
  }

  static Problem noRoom() {
    return Problem.full("The disk has no room for this file: free some space");
  }
}
