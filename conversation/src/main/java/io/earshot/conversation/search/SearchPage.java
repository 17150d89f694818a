package io.earshot.conversation.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param total conversations that match, also those not shown
 * @param tookMs milliseconds the search took, as the caller saw it
 * @param hits in the order that was asked for
 */
public record SearchPage(long total, long tookMs, List<FoundConversation> hits) {

  public SearchPage {
    hits = List.copyOf(hits);
  }
}
