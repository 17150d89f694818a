package io.earshot.index;

import io.earshot.conversation.EarshotException;

/**
 * Which part of the hits is wanted.
 *
 * @param limit most hits to return, 1 to 1000
 * @param offset hits to skip, from 0; with {@code limit} at most 10,000 hits deep
 */
public record SearchOptions(int limit, int offset) {
  private static final int MOST = 1000;

  /** How deep hits can be paged through; Elasticsearch's own default window. */
  static final int DEEPEST = 10_000;

  public SearchOptions {
    if (limit < 1 || limit > MOST) {
      throw EarshotException.misconfigured(
          "A limit of %d hits: use 1 to %d".formatted(limit, MOST));
    }
    if (offset < 0 || offset + limit > DEEPEST) {
      throw EarshotException.misconfigured(
          "Hits from %d on: only the first %d can be shown; narrow the query, for instance with"
                  .formatted(offset, DEEPEST)
              + " before: or after:");
    }
  }

  /** The first ones. */
  public static SearchOptions first(int limit) {
    return new SearchOptions(limit, 0);
  }
}
