package io.earshot.console.upload;

/**
 * What became of one conversation of an upload.
 *
 * @param status {@code in_flight}, {@code indexed} or {@code quarantined}
 * @param reason why it is quarantined; null otherwise
 */
public record UploadedConversation(String id, String status, String reason) {
  static final String IN_FLIGHT = "in_flight";
  static final String QUARANTINED = "quarantined";

  boolean isOpen() {
    return status.equals(IN_FLIGHT);
  }
}
