package io.earshot.analysis.language;

/**
 * A part of a text.
 *
 * @param start first character
 * @param end character after the last, not before {@code start}
 */
public record Span(int start, int end) {

  /** The whole text without the white space around it; empty at 0 when it is blank. */
  public static Span trimmed(String text) {
    return trimmed(text, 0, text.length());
  }

  static Span trimmed(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return start == end ? new Span(from, from) : new Span(start, end);
  }

  public int length() {
    return end - start;
  }

  public String of(String text) {
    return text.substring(start, end);
  }
}
