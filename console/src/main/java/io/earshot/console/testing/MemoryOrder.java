package io.earshot.console.testing;

import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.PageRequest;
import java.util.Comparator;

/** The order of results: equal ones newest first, then by id. */
final class MemoryOrder {
  private MemoryOrder() {}

  static Comparator<MemoryConversation> of(PageRequest page) {
    Comparator<ConversationSummary> newest =
        Comparator.comparing(ConversationSummary::startedAt).reversed();
    Comparator<ConversationSummary> first = first(page.order());
    boolean turned = page.descending() && page.order() != PageRequest.Order.RELEVANCE;
    return Comparator.comparing(
        MemoryConversation::summary,
        (turned ? first.reversed() : first)
            .thenComparing(newest)
            .thenComparing(ConversationSummary::id));
  }

  private static Comparator<ConversationSummary> first(PageRequest.Order order) {
    return switch (order) {
      case RELEVANCE -> (one, other) -> 0;
      case STARTED_AT -> Comparator.comparing(ConversationSummary::startedAt);
      case SCORE -> Comparator.comparingDouble(ConversationSummary::score);
      case DURATION -> Comparator.comparingLong(ConversationSummary::durationMs);
      case VALENCE -> Comparator.comparingDouble(summary -> summary.emotion().valence());
      case AGENT -> Comparator.comparing(ConversationSummary::agent);
    };
  }
}
