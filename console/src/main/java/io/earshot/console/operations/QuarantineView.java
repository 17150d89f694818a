package io.earshot.console.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What could not be used, kept with the reason. Safe for many threads. */
public interface QuarantineView {

  /** Latest first; beyond the end an empty list. */
  Page page(int offset, int limit);

  /**
   * Sends one back to the stage where it failed.
   *
   * @param by who asks for it
   * @return false when it is not in quarantine
   * @throws io.earshot.console.http.Problem with status 409 when nothing is left to be tried again
   */
  boolean retry(String id, String by);

  /** What was received, as it was; empty when it is not in quarantine or no bytes were kept. */
  Optional<KeptFile> file(String id);

  /** A part of the list, and how long that is. */
  record Page(long total, List<Item> items) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * One that could not be used.
   *
   * @param source where it came from, as people know it
   * @param stage that failed
   * @param kind of failure
   * @param reason for people; never what was said
   * @param bytes of the kept files
   */
  record Item(
      String id, String source, String stage, String kind, String reason, Instant at, long bytes) {}

  /**
   * A file to hand out.
   *
   * @param name it came with; of a call in two files, that of an archive of both
   * @param temporary whether it is to be deleted afterwards
   */
  record KeptFile(String name, Path file, boolean temporary) {}
}
