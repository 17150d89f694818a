package io.earshot.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds conversations whose turns meet several conditions in order. Elasticsearch can't compare one
 * nested turn with another, so it tells for the newest conversations which turns meet each step,
 * and the order is seen to here. Safe for many threads.
 */
final class SequenceSearch {
  /** The order of so many conversations is looked at. */
  static final int MOST_CONVERSATIONS = 2_000;

  /** Few enough for the server's bound of buckets at a hundred turns that meet a step. */
  private static final int PAGE = 500;

  /** Of one conversation that meet a step. */
  private static final int MOST_TURNS = 2_000;

  private static final String FOUND = "found";
  private static final String STARTED = "started";
  private static final String ID = "id";
  private static final String TURNS = "turns";
  private static final String STEP = "step";

  private final Aggregations aggregations;

  SequenceSearch(Aggregations aggregations) {
    this.aggregations = aggregations;
  }

  /**
   * The ids of the conversations.
   *
   * @param steps a condition on a nested turn each
   * @param conversations which ones are looked at, besides that each step is met by some turn
   */
  List<String> inOrder(List<Query> steps, List<Integer> within, Query conversations) {
    List<String> ids = new ArrayList<>();
    Map<String, FieldValue> after = Map.of();
    for (int seen = 0; seen < MOST_CONVERSATIONS; seen += PAGE) {
      var page =
          aggregations
              .run(
                  "Searching for turns in order", conversations, Map.of(FOUND, found(steps, after)))
              .get(FOUND)
              .composite();
      for (CompositeBucket bucket : page.buckets().array()) {
        if (chain(bucket, within).isWhole()) {
          ids.add(bucket.key().get(ID).stringValue());
        }
      }
      if (page.buckets().array().size() < PAGE) {
        break;
      }
      after = page.afterKey();
    }
    return ids;
  }

  private static Aggregation found(List<Query> steps, Map<String, FieldValue> after) {
    Map<String, Aggregation> byStep = new LinkedHashMap<>();
    for (int step = 0; step < steps.size(); step++) {
      byStep.put(STEP + step, turns(steps.get(step)));
    }
    CompositeAggregation.Builder pages =
        new CompositeAggregation.Builder()
            .size(PAGE)
            .sources(
                Map.of(
                    STARTED,
                    CompositeAggregationSource.of(
                        source -> source.terms(t -> t.field("started_at").order(SortOrder.Desc)))),
                Map.of(
                    ID, CompositeAggregationSource.of(source -> source.terms(t -> t.field(ID)))));
    if (!after.isEmpty()) {
      pages.after(after);
    }
    return Aggregation.of(
        a ->
            a.composite(pages.build())
                .aggregations(
                    TURNS, Aggregation.of(n -> n.nested(t -> t.path(TURNS)).aggregations(byStep))));
  }

  private static Aggregation turns(Query step) {
    return Aggregation.of(
        a ->
            a.filter(step)
                .aggregations(
                    TURNS,
                    Aggregation.of(
                        t -> t.terms(terms -> terms.field("turns.turn").size(MOST_TURNS)))));
  }

  private static TurnChain chain(CompositeBucket bucket, List<Integer> within) {
    var byStep = bucket.aggregations().get(TURNS).nested().aggregations();
    List<BitSet> turns = new ArrayList<>();
    for (int step = 0; step <= within.size(); step++) {
      BitSet meeting = new BitSet();
      byStep.get(STEP + step).filter().aggregations().get(TURNS).lterms().buckets().array().stream()
          .mapToInt(turn -> (int) turn.key())
          .forEach(meeting::set);
      turns.add(meeting);
    }
    return new TurnChain(turns, within);
  }
}
