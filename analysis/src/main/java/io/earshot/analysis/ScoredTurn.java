package io.earshot.analysis;

import io.earshot.analysis.emotion.Feeling;
import io.earshot.analysis.intent.IntentMatch;
import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn with what was found in it.
 *
 * @param feeling empty where the speaker is not scored or nothing was said
 */
record ScoredTurn(Utterance utterance, Optional<Feeling> feeling, List<IntentMatch> intents) {

  TurnInsight insight() {
    return new TurnInsight(
        turn().index(),
        utterance.language(),
        feeling
            .map(f -> new Scored(f.label(), sure(f.confidence())))
            .orElse(new Scored(Feeling.NEUTRAL, 1)),
        feeling.map(Feeling::valence).orElse(0.0),
        feeling.map(Feeling::displeasure).orElse(0.0),
        feeling.map(Feeling::arousal).orElse(0.0),
        intents.stream().map(match -> new Scored(match.name(), sure(match.confidence()))).toList(),
        utterance.meaning());
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (IntentMatch match : intents) {
      findings.add(
          finding(Finding.INTENT, match.name(), match.evidence(), match.confidence(), Map.of()));
    }
    feeling
        .filter(found -> !found.isNeutral())
        .ifPresent(
            found ->
                findings.add(
                    finding(
                        Finding.EMOTION,
                        found.label(),
                        found.evidence(),
                        found.confidence(),
                        figures(found))));
    return findings;
  }

  private static Map<String, Double> figures(Feeling feeling) {
    Map<String, Double> figures = new HashMap<>();
    figures.put("valence", feeling.valence());
    figures.put("arousal", feeling.arousal());
    figures.put("arousal_words", feeling.parts().words());
    feeling.parts().voice().ifPresent(voice -> figures.put("arousal_voice", voice));
    return figures;
  }

  private Finding finding(
      String kind, String name, Span span, double confidence, Map<String, Double> figures) {
    return new Finding(
        kind, name, turn().index(), span.start(), span.end(), sure(confidence), figures);
  }

  /** What was misheard was misunderstood: recognition's doubt is ours too. */
  private double sure(double confidence) {
    double heard = turn().words().isEmpty() ? 1 : turn().confidence();
    return Math.max(0, Math.min(1, confidence * heard));
  }

  private Turn turn() {
    return utterance.turn();
  }
}
