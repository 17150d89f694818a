package io.earshot.console.upload;

import java.util.List;

/**
 * An upload as its sender sees it.
 *
 * @param name the first file's
 * @param bytes of all files together, as far as they have come
 * @param status {@code arriving}, {@code received}, {@code working}, {@code done} or {@code failed}
 * @param reason why it failed, or what it waits for; null when there is nothing to say
 * @param files names of the files
 * @param total conversations in them
 * @param conversations the first of these
 */
public record Upload(
    long number,
    String name,
    long bytes,
    String status,
    String reason,
    List<String> files,
    long total,
    List<UploadedConversation> conversations) {
  static final String ARRIVING = "arriving";

  public Upload {
    files = List.copyOf(files);
    conversations = List.copyOf(conversations);
  }

  /** One of which there is nothing to say yet. */
  static Upload fresh(long number, String status, List<String> files, long bytes) {
    return new Upload(number, files.get(0), bytes, status, null, files, 0, List.of());
  }
}
