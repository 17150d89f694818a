package io.earshot.conversation;

/**
 * One recognised word.
 *
 * @param text as recognised
 * @param startMs milliseconds from the start of the conversation
 * @param endMs milliseconds from the start of the conversation, not before {@code startMs}
 * @param confidence the recognizer's, 0 to 1
 */
public record Word(String text, long startMs, long endMs, double confidence) {
  @Override
  public String toString() {
    return "Word[%d characters, %d-%d ms]".formatted(text.length(), startMs, endMs);
  }
}
