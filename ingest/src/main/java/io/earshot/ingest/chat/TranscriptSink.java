package io.earshot.ingest.chat;

/** Takes what a reader finds, in the file's order. */
public interface TranscriptSink {
  void accept(Transcript transcript);

  /** A part of the file that can't be read, while reading goes on behind it. */
  void refuse(Refusal refusal);

  /**
   * A part that can't be read.
   *
   * @param place such as {@code line 12}
   * @param reason and mend, without quoting the content
   * @param content the part itself, to be kept
   */
  record Refusal(String place, String reason, String content) {
    @Override
    public String toString() {
      return "Refusal[%s: %s]".formatted(place, reason);
    }
  }
}
