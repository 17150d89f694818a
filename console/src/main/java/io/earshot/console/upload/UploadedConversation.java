package io.earshot.console.upload;

/**
 * What became of one conversation of an upload.
 *
 * @param status {@code in_flight}, {@code indexed} or {@code quarantined}
 * @param reason why it is quarantined; null otherwise
 * @param known whether it had been received before the upload came
 */
public record UploadedConversation(String id, String status, String reason, boolean known) {
  static final String IN_FLIGHT = "in_flight";
  static final String QUARANTINED = "quarantined";

  /** One of which is not asked whether it was known. */
  public UploadedConversation(String id, String status, String reason) {
    this(id, status, reason, false);
  }

  boolean isOpen() {
    return status.equals(IN_FLIGHT);
  }
}
