package io.earshot.index;

import io.earshot.conversation.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion: each ranking gives 1 / (60 + rank) to what it found. The constant 60 is
 * the one of Cormack, Clarke and Büttcher (SIGIR 2009), who found it to be uncritical.
 */
final class RankFusion {
  private static final double K = 60;

  private RankFusion() {}

  static Map<ConversationId, Double> fuse(List<? extends Collection<ConversationId>> rankings) {
    Map<ConversationId, Double> scores = new HashMap<>();
    for (Collection<ConversationId> ranking : rankings) {
      int rank = 1;
      for (ConversationId id : ranking) {
        scores.merge(id, 1 / (K + rank++), Double::sum);
      }
    }
    return scores;
  }
}
