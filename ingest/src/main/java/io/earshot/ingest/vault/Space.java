package io.earshot.ingest.vault;

import io.earshot.conversation.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room a vault has left. */
final class Space {
  /** Below this the vault reports itself unwell: about an hour of two-channel telephone audio. */
  private static final long LOW_BYTES = 128L << 20;

  private Space() {}

  static long usableBytes(Path root) {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw DiskFailure.of("Asking for free space", root, e);
    }
  }

  static CheckResult check(Path root) {
    if (!Files.isWritable(root)) {
      return CheckResult.failed("vault", root + " is not writable; give this user the right to");
    }
    long free = usableBytes(root);
    if (free < LOW_BYTES) {
      return CheckResult.failed(
          "vault", "%s has only %d MB free; free space".formatted(root, free >> 20));
    }
    return CheckResult.ok("vault", "%s, %d MB free".formatted(root, free >> 20));
  }
}
