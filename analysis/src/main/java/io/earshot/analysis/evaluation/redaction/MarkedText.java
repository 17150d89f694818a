package io.earshot.analysis.evaluation.redaction;

import java.util.List;

/**
 * A text in which somebody marked all personal data.
 *
 * @param marks what and where
 */
public record MarkedText(String text, List<Mark> marks) {

  /**
   * A place in the text.
   *
   * @param type what it is
   * @param start first character
   * @param end character after the last
   */
  public record Mark(String type, int start, int end) {}

  public MarkedText {
    marks = List.copyOf(marks);
    for (Mark mark : marks) {
      if (mark.start < 0 || mark.end > text.length() || mark.start >= mark.end) {
        throw new IllegalArgumentException(
            "A mark from %d to %d in %d characters".formatted(mark.start, mark.end, text.length()));
      }
    }
  }

  @Override
  public String toString() {
    return "MarkedText[%d characters, %d marks]".formatted(text.length(), marks.size());
  }
}
