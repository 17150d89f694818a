package io.earshot.conversation;

/**
 * Something the company's side said it will do.
 *
 * @param evidence the words; its name is who promised: {@code agent}
 * @param term until when as it was said, normalised: an ISO 8601 date or duration, {@code P3D/P5D}
 *     for a range; empty where no time was said
 * @param due the last day to keep it, an ISO 8601 date reckoned from the conversation's start;
 *     empty where no time was said
 */
public record Promise(Finding evidence, String term, String due) {

  @Override
  public String toString() {
    return "Promise[%s, due %s]".formatted(evidence, due);
  }
}
