package io.earshot.analysis;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.language.Boilerplate;
import io.earshot.analysis.language.LanguageDetector;
import io.earshot.analysis.language.Sentences;
import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.util.ArrayList;
import java.util.List;

/** Makes turns ready to be understood: language, boilerplate, meaning, sentences. */
final class TurnReader {
  /** From this length on a customer's turn is also looked at sentence by sentence. */
  private static final int LONG_ZH = 50;

  private static final int LONG_EN = 140;
  private static final int MOST_SENTENCES = 12;

  private final LanguageDetector detector;
  private final Embedder embedder;
  private final Workers workers;

  TurnReader(LanguageDetector detector, Embedder embedder, Workers workers) {
    this.detector = detector;
    this.embedder = embedder;
    this.workers = workers;
  }

  /** The conversation's main language. */
  String language(Conversation conversation) {
    List<String> texts = conversation.turns().stream().map(Turn::text).toList();
    return detector.main(texts, conversation.language());
  }

  /** One utterance for each turn, in order. */
  List<Utterance> read(Conversation conversation, String language) {
    List<Prepared> prepared = new ArrayList<>();
    String around = language;
    for (Turn turn : conversation.turns()) {
      String text = Boilerplate.blanked(turn.text());
      around = detector.detect(text, around);
      prepared.add(new Prepared(turn, around, text));
    }
    return workers.map(prepared, this::understand);
  }

  private Utterance understand(Prepared turn) {
    Embedding meaning = hasWords(turn.text) ? embedder.embed(turn.text, turn.language) : null;
    List<Utterance.Sentence> sentences = meaning == null ? List.of() : sentences(turn);
    return new Utterance(turn.turn, turn.language, turn.text, meaning, sentences);
  }

  private List<Utterance.Sentence> sentences(Prepared turn) {
    boolean agent = turn.turn.speaker() == Speaker.AGENT;
    int least = turn.language.equals("zh") ? LONG_ZH : LONG_EN;
    if (agent || turn.turn.speaker() == Speaker.SYSTEM || turn.text.length() < least) {
      return List.of();
    }
    List<Span> spans = Sentences.of(turn.text, turn.language, MOST_SENTENCES);
    if (spans.size() < 2) {
      return List.of();
    }
    return spans.stream()
        .filter(span -> hasWords(span.of(turn.text)))
        .map(
            span -> new Utterance.Sentence(span, embedder.embed(span.of(turn.text), turn.language)))
        .toList();
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private record Prepared(Turn turn, String language, String text) {}
}
