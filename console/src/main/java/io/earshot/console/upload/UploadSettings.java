package io.earshot.console.upload;

import io.earshot.config.Section;
import java.time.Duration;

/**
 * What may be uploaded.
 *
 * @param maxBytes largest file ({@code max_file}, 4GB)
 * @param atOnce uploads that may arrive at a time ({@code at_once}, 8)
 * @param patience how long nothing may come ({@code patience}, 60s)
 * @param slowest bytes a second that must come, on the whole ({@code slowest}, 1KB)
 * @param unfinished uploads that one sender may have begun to go on with later ({@code unfinished},
 *     64)
 * @param keepUnfinished how long such a one waits to be gone on with ({@code keep_unfinished}, 7d)
 */
public record UploadSettings(
    long maxBytes,
    int atOnce,
    Duration patience,
    long slowest,
    int unfinished,
    Duration keepUnfinished) {

  public static UploadSettings from(Section section) {
    return new UploadSettings(
        section.bytes("max_file", 4L << 30),
        section.integer("at_once", 8, 1, 256),
        section.duration("patience", Duration.ofSeconds(60)),
        section.bytes("slowest", 1L << 10),
        section.integer("unfinished", 64, 1, 10_000),
        section.duration("keep_unfinished", Duration.ofDays(7)));
  }
}
