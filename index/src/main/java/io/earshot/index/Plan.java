package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/**
 * What is to be searched for.
 *
 * @param query over the conversations, with scope and all other conditions in it
 * @param leaves what hits are ranked and moments are chosen by
 */
record Plan(Query query, List<Leaf> leaves) {

  /** Whether meanings rank, which Elasticsearch can't do together with words. */
  boolean isFused() {
    return leaves.stream().anyMatch(Leaf.Meant.class::isInstance);
  }

  /** Whether words rank. */
  boolean hasWords() {
    return leaves.stream()
        .anyMatch(leaf -> leaf instanceof Leaf.Words || leaf instanceof Leaf.InOrder);
  }
}
