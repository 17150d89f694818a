package io.earshot.console.upload;

import java.util.List;

/**
 * An upload as its sender sees it.
 *
 * @param name the file's
 * @param status {@code received}, {@code working}, {@code done} or {@code failed}
 * @param reason why it failed, or what it waits for; null when there is nothing to say
 * @param total conversations in it
 * @param conversations the first of them
 */
public record Upload(
    long number,
    String name,
    long bytes,
    String status,
    String reason,
    long total,
    List<UploadedConversation> conversations) {
  public Upload {
    conversations = List.copyOf(conversations);
  }
}
