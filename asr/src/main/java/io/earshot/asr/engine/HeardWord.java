package io.earshot.asr.engine;

/**
 * One word as the recognizer gives it.
 *
 * @param startSeconds from the first sample given
 * @param endSeconds from the first sample given
 * @param confidence 0 to 1
 */
public record HeardWord(String text, double startSeconds, double endSeconds, double confidence) {
  @Override
  public String toString() {
    return "HeardWord[%d characters]".formatted(text.length());
  }
}
