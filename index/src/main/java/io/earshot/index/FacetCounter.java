package io.earshot.index;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.FilterAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.FacetCounts.Band;
import io.earshot.conversation.search.FacetCounts.Counted;
import io.earshot.conversation.search.FacetCounts.Day;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts values. The query, the scope and the period hold for all; each field is then counted
 * within what the conditions on the other fields leave.
 */
final class FacetCounter {
  private static final int MOST_VALUES = 100;
  private static final int MOST_DAYS = 400;

  /** Customers are too many to choose from, and a list of them is nobody's business. */
  private static final Set<Facet> COUNTED = EnumSet.complementOf(EnumSet.of(Facet.CUSTOMER));

  private static final double[] SCORES = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90};
  private static final double[] DURATIONS = {
    0, 30e3, 60e3, 120e3, 300e3, 600e3, 1200e3, 1800e3, 3600e3
  };

  private static final String ALL = "all";
  private static final String WITHIN = "within";

  private final Aggregations aggregations;
  private final Planner planner;

  FacetCounter(Aggregations aggregations, Planner planner) {
    this.aggregations = aggregations;
    this.planner = planner;
  }

  FacetCounts count(Selection selection) {
    Narrowing narrowing = Narrowing.ofConversations(selection);
    Map<String, Aggregation> wanted = new HashMap<>();
    wanted.put(ALL, filtered(narrowing.chosenBut(""), days()));
    for (Facet facet : COUNTED) {
      String field = Narrowing.field(facet);
      wanted.put(field, filtered(narrowing.chosenBut(field), values(facet)));
    }
    wanted.put(
        Narrowing.SCORE,
        filtered(narrowing.chosenBut(Narrowing.SCORE), bands(Narrowing.SCORE, SCORES)));
    wanted.put(
        Narrowing.DURATION,
        filtered(narrowing.chosenBut(Narrowing.DURATION), bands(Narrowing.DURATION, DURATIONS)));
    Query query = planner.open(selection, narrowing).query();
    return counts(aggregations.run("Counting values", query, wanted));
  }

  private static FacetCounts counts(Map<String, Aggregate> counted) {
    Map<Facet, List<Counted>> fields = new EnumMap<>(Facet.class);
    for (Facet facet : COUNTED) {
      fields.put(facet, values(within(counted, Narrowing.field(facet))));
    }
    return new FacetCounts(
        counted.get(ALL).filter().docCount(),
        fields,
        bands(within(counted, Narrowing.SCORE), SCORES, 100),
        bands(within(counted, Narrowing.DURATION), DURATIONS, Double.POSITIVE_INFINITY),
        days(within(counted, ALL)));
  }

  private static Aggregate within(Map<String, Aggregate> counted, String name) {
    FilterAggregate filtered = counted.get(name).filter();
    return filtered.aggregations().get(WITHIN);
  }

  private static Aggregation filtered(Query filter, Aggregation inner) {
    return Aggregation.of(a -> a.filter(filter).aggregations(WITHIN, inner));
  }

  private static Aggregation values(Facet facet) {
    return Aggregation.of(
        a ->
            a.terms(
                terms -> {
                  terms.field(Narrowing.field(facet)).size(MOST_VALUES);
                  // Absent in documents of an earlier release.
                  return facet == Facet.OUTCOME ? terms.missing(Outcome.UNKNOWN.code()) : terms;
                }));
  }

  private static List<Counted> values(Aggregate values) {
    return values.sterms().buckets().array().stream()
        .map(bucket -> new Counted(bucket.key().stringValue(), bucket.docCount()))
        .toList();
  }

  private static Aggregation bands(String field, double[] bounds) {
    List<AggregationRange> ranges = new ArrayList<>();
    for (int i = 0; i < bounds.length; i++) {
      double from = bounds[i];
      Double to = i + 1 < bounds.length ? Double.valueOf(bounds[i + 1]) : null;
      ranges.add(AggregationRange.of(range -> range.from(from).to(to)));
    }
    return Aggregation.of(a -> a.range(range -> range.field(field).ranges(ranges)));
  }

  private static List<Band> bands(Aggregate bands, double[] bounds, double end) {
    List<Band> list = new ArrayList<>();
    for (int i = 0; i < bounds.length; i++) {
      double to = i + 1 < bounds.length ? bounds[i + 1] : end;
      list.add(new Band(bounds[i], to, bands.range().buckets().array().get(i).docCount()));
    }
    return list;
  }

  private static Aggregation days() {
    return Aggregation.of(
        a ->
            a.dateHistogram(
                days ->
                    days.field(Narrowing.STARTED_AT)
                        .calendarInterval(CalendarInterval.Day)
                        .minDocCount(1)
                        .order(List.of(NamedValue.of("_key", SortOrder.Asc)))));
  }

  private static List<Day> days(Aggregate days) {
    List<Day> all =
        days.dateHistogram().buckets().array().stream()
            .map(
                bucket ->
                    new Day(
                        Instant.ofEpochMilli(bucket.key()).atOffset(ZoneOffset.UTC).toLocalDate(),
                        bucket.docCount()))
            .toList();
    return all.subList(Math.max(0, all.size() - MOST_DAYS), all.size());
  }
}
