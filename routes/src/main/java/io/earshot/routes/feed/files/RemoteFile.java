package io.earshot.routes.feed.files;

import java.time.Instant;

/**
 * A file as a listing shows it.
 *
 * @param name from the place's folder on, with its folders, divided by slashes
 * @param bytes its size; negative when that is not told
 * @param modifiedAt when it was last changed, as exactly as the listing says
 * @param version a text that changes with its content, such as a time or an ETag
 */
public record RemoteFile(String name, long bytes, Instant modifiedAt, String version) {

  /** A text that is another one when the file has changed. */
  public String look() {
    return "%s|%d|%s".formatted(name, bytes, version);
  }
}
