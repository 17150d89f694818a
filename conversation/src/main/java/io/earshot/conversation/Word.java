package io.earshot.conversation;

import java.util.List;

/**
 * One recognised word.
 *
 * @param text as recognised
 * @param startMs milliseconds from the start of the conversation
 * @param endMs milliseconds from the start of the conversation, not before {@code startMs}
 * @param confidence the recognizer's, 0 to 1
 * @param alternatives what else it may have been, most probable first; mostly empty
 */
public record Word(
    String text, long startMs, long endMs, double confidence, List<String> alternatives) {

  public Word {
    // Absent in files of an earlier release.
    alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
  }

  public Word(String text, long startMs, long endMs, double confidence) {
    this(text, startMs, endMs, confidence, List.of());
  }

  @Override
  public String toString() {
    return "Word[%d characters, %d-%d ms]".formatted(text.length(), startMs, endMs);
  }
}
