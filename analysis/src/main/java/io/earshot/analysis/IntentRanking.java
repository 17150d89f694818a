package io.earshot.analysis;

import io.earshot.analysis.intent.IntentPack;
import io.earshot.conversation.Scored;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a whole conversation is about: each intent by its surest turn and its own weight. */
final class IntentRanking {
  private IntentRanking() {}

  static List<Scored> of(List<ScoredTurn> turns, IntentPack pack, int most) {
    Map<String, Double> best = new HashMap<>();
    for (ScoredTurn turn : turns) {
      for (Scored intent : turn.insight().intents()) {
        double confidence = intent.confidence() * pack.weight(intent.name());
        best.merge(intent.name(), confidence, Math::max);
      }
    }
    return best.entrySet().stream()
        .map(entry -> new Scored(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(Scored::confidence).reversed().thenComparing(Scored::name))
        .limit(most)
        .toList();
  }
}
