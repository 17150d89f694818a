package io.earshot.index;

import java.util.List;

/**
 * What a search found.
 *
 * @param total conversations that match, also those not shown
 * @param hits best first; equally good ones newest first, then by id
 * @param tookMs milliseconds the search took, as the caller saw it
 */
public record SearchResult(long total, List<Hit> hits, long tookMs) {
  public SearchResult {
    hits = List.copyOf(hits);
  }
}
