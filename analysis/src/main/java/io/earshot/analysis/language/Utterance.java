package io.earshot.analysis.language;

import io.earshot.conversation.Embedding;
import io.earshot.conversation.Turn;
import java.util.List;
import java.util.Optional;

/**
 * A turn made ready to be understood.
 *
 * @param turn the turn itself
 * @param language its own language as a BCP 47 tag
 * @param text the turn's text with boilerplate blanked: offsets are the turn's
 * @param meaning of the whole text; null for a text without words
 * @param sentences of a long turn with their meanings; empty for a short one
 */
public record Utterance(
    Turn turn, String language, String text, Embedding meaning, List<Sentence> sentences) {

  /** A sentence of a long turn. */
  public record Sentence(Span span, Embedding meaning) {}

  public Utterance {
    sentences = List.copyOf(sentences);
  }

  public Optional<Embedding> embedding() {
    return Optional.ofNullable(meaning);
  }

  /** Where its words stand. */
  public Span span() {
    return Span.trimmed(text);
  }

  @Override
  public String toString() {
    return "Utterance[%s, %s]".formatted(turn, language);
  }
}
