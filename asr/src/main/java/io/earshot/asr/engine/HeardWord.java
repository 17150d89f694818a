package io.earshot.asr.engine;

import java.util.List;

/**
 * One word as the recognizer gives it.
 *
 * @param startSeconds from the first sample given
 * @param endSeconds from the first sample given
 * @param confidence 0 to 1
 * @param alternatives what else it may have been, most probable first
 */
public record HeardWord(
    String text,
    double startSeconds,
    double endSeconds,
    double confidence,
    List<String> alternatives) {

  public HeardWord {
    alternatives = List.copyOf(alternatives);
  }

  public HeardWord(String text, double startSeconds, double endSeconds, double confidence) {
    this(text, startSeconds, endSeconds, confidence, List.of());
  }

  public HeardWord withAlternatives(List<String> others) {
    return new HeardWord(text, startSeconds, endSeconds, confidence, others);
  }

  @Override
  public String toString() {
    return "HeardWord[%d characters]".formatted(text.length());
  }
}
