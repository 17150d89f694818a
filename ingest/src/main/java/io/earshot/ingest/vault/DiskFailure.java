package io.earshot.ingest.vault;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Tells a full disk from one that does not answer. */
final class DiskFailure {
  private DiskFailure() {}

  static EarshotException of(String what, Path where, IOException cause) {
    if (isFull(cause)) {
      return EarshotException.exhausted(
          "%s: the disk of %s is full; free space there, processing then goes on by itself"
              .formatted(what, where),
          cause);
    }
    return EarshotException.unavailable(
        "%s: %s can't be used (%s); check that the disk is mounted and writable"
            .formatted(what, where, cause),
        cause);
  }

  /** Java has no type for it: these are the texts of ENOSPC, EDQUOT and their Windows relative. */
  private static boolean isFull(IOException failure) {
    String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("quota exceeded")
        || text.contains("not enough space");
  }
}
