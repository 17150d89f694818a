package io.earshot.conversation.search;

import io.earshot.conversation.Speaker;
import java.util.List;

/**
 * A turn that a search is about.
 *
 * @param turn its index in the conversation
 * @param speaker who says it
 * @param startMs milliseconds from the start of the conversation
 * @param text what is said, as it was
 * @param spans the characters that match, in order, not overlapping; empty when the turn matches by
 *     its meaning
 */
public record Moment(int turn, Speaker speaker, long startMs, String text, List<Span> spans) {

  /**
   * Characters of a text.
   *
   * @param start first character
   * @param end character after the last one
   */
  public record Span(int start, int end) {}

  public Moment {
    spans = List.copyOf(spans);
  }

  @Override
  public String toString() {
    return "Moment[turn %d, %s, %d ms]".formatted(turn, speaker, startMs);
  }
}
