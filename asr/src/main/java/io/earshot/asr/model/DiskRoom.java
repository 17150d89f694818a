package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a disk has room for what is to come, asked before anything is written. */
public final class DiskRoom {
  /** Left to everybody else. */
  private static final long RESERVE_BYTES = 256L << 20;

  private DiskRoom() {}

  /**
   * Refuses what would fill a disk.
   *
   * @param folder on the disk; it must be there
   * @param work to be named in the message
   * @throws EarshotException of kind EXHAUSTED
   */
  public static void require(Path folder, long bytes, String work) throws IOException {
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < bytes + RESERVE_BYTES) {
      throw EarshotException.exhausted(
          "%s needs %d MB and %d MB in reserve, but %s has %d MB free: free some space"
              .formatted(work, bytes >> 20, RESERVE_BYTES >> 20, folder, usable >> 20),
          null);
    }
  }
}
