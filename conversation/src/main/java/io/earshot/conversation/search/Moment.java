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
 * @param soundsLike whether what matches merely sounds like what was asked for, or is a word that
 *     the recognizer thought of and did not choose
 */
public record Moment(
    int turn, Speaker speaker, long startMs, String text, List<Span> spans, boolean soundsLike) {

  /**
   * Characters of a text.
   *
   * @param start first character
   * @param end character after the last one
   */
  public record Span(int start, int end) {}

  /** A moment in which what was asked for was said or meant. */
  public Moment(int turn, Speaker speaker, long startMs, String text, List<Span> spans) {
    this(turn, speaker, startMs, text, spans, false);
  }

  public Moment {
    spans = List.copyOf(spans);
  }

  @Override
  public String toString() {
    return "Moment[turn %d, %s, %d ms]".formatted(turn, speaker, startMs);
  }
}
