package io.earshot.analysis.facts;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.quantity.Quantity;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that facts are read from: turns with their acts and quantities.
 *
 * @param conversation whose they are
 * @param utterances one for each turn
 * @param insights one for each turn, with the customer's intents and feelings
 * @param acts of all turns, in order
 * @param quantities by turn
 * @param today the day of the conversation
 */
record Scene(
    Conversation conversation,
    List<Utterance> utterances,
    List<TurnInsight> insights,
    List<Act> acts,
    Map<Integer, List<Quantity>> quantities,
    LocalDate today) {

  /** How sure it is who spoke, 0 to 1; labels of the source are not doubted. */
  double speakers() {
    return heard() ? conversation.speakerConfidence() : 1;
  }

  private double speaker(Turn turn) {
    boolean named = turn.speaker() == Speaker.AGENT || turn.speaker() == Speaker.CUSTOMER;
    return named && heard() ? conversation.speakerConfidence(turn) : 1;
  }

  private boolean heard() {
    return switch (conversation.speakerSource()) {
      case TRACKS, DIARIZATION -> true;
      case LABELS, NONE -> false;
    };
  }

  Stream<Act> acts(String name) {
    return acts.stream().filter(act -> act.is(name));
  }

  Stream<Act> agentActs(String name) {
    return acts(name).filter(Act::byAgent);
  }

  Stream<Act> customerActs(String name) {
    return acts(name).filter(act -> !act.byAgent());
  }

  List<Act> actsOf(int turn) {
    return acts.stream().filter(act -> act.turn() == turn).toList();
  }

  /** The quantities within a part of a turn. */
  List<Quantity> quantities(int turn, Span span) {
    return quantities.getOrDefault(turn, List.of()).stream()
        .filter(q -> q.span().start() >= span.start() && q.span().end() <= span.end())
        .toList();
  }

  Finding finding(String kind, String name, Act act) {
    return finding(kind, name, act, Map.of());
  }

  Finding finding(String kind, String name, Act act, Map<String, Double> figures) {
    return finding(kind, name, act.turn(), act.span(), act.confidence(), figures);
  }

  /** What was put down to the wrong party was not meant so: that doubt is ours too. */
  Finding finding(
      String kind,
      String name,
      int turn,
      Span span,
      double confidence,
      Map<String, Double> figures) {
    double told = speaker(utterances.get(turn).turn());
    return mention(kind, name, turn, span, confidence * told, figures);
  }

  /** Something that is the same whoever says it. What was misheard was misunderstood. */
  Finding mention(
      String kind,
      String name,
      int turn,
      Span span,
      double confidence,
      Map<String, Double> figures) {
    Turn said = utterances.get(turn).turn();
    double heard = said.words().isEmpty() ? 1 : said.confidence();
    double sure = Math.max(0, Math.min(1, confidence * heard));
    return new Finding(kind, name, turn, span.start(), span.end(), sure, figures);
  }

  @Override
  public String toString() {
    return "Scene[%d turns, %d acts]".formatted(utterances.size(), acts.size());
  }
}
