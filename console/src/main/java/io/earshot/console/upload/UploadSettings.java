package io.earshot.console.upload;

import io.earshot.config.Section;

/**
 * What may be uploaded.
 *
 * @param maxBytes largest file ({@code max_file}, 4GB)
 * @param atOnce uploads that may arrive at a time ({@code at_once}, 8)
 */
public record UploadSettings(long maxBytes, int atOnce) {

  public static UploadSettings from(Section section) {
    return new UploadSettings(
        section.bytes("max_file", 4L << 30), section.integer("at_once", 8, 1, 256));
  }
}
