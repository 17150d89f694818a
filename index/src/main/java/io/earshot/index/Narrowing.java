package io.earshot.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Range;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The conditions of a selection beside its query, as filters that both indices understand: a field
 * has the same name in each, by an alias where need be.
 *
 * @param always scope and period
 * @param byField one condition for each field that people choose values or bounds of
 */
record Narrowing(List<Query> always, Map<String, Query> byField) {
  static final String STARTED_AT = "started_at";
  static final String SCORE = "score";
  static final String DURATION = "duration_ms";

  /** Absent in documents of an earlier release, so that absence decides nothing. */
  private static final Set<Facet> YOUNG = Set.of(Facet.EMOTION, Facet.OUTCOME, Facet.SHAPE);

  /** For the conversations themselves. */
  static Narrowing ofConversations(Selection selection) {
    return of(selection, false);
  }

  /**
   * For their turns, of which the nearest in meaning are looked for. Turns of an earlier release
   * pass; the search over conversations decides about them.
   */
  static List<Query> ofTurns(Selection selection) {
    return of(selection, true).all();
  }

  private static Narrowing of(Selection selection, boolean ofTurns) {
    List<Query> always = new ArrayList<>(scope(selection.scope()));
    period(selection.from(), selection.to()).ifPresent(always::add);
    Map<String, Query> byField = new LinkedHashMap<>();
    selection
        .values()
        .forEach((facet, values) -> byField.put(field(facet), chosen(facet, values, ofTurns)));
    range(SCORE, selection.score()).ifPresent(query -> byField.put(SCORE, query));
    range(DURATION, selection.durationMs()).ifPresent(query -> byField.put(DURATION, query));
    return new Narrowing(always, byField);
  }

  /** The field that holds a facet, in both indices. */
  static String field(Facet facet) {
    return facet == Facet.EMOTION ? "feeling" : facet.code();
  }

  List<Query> all() {
    return Stream.concat(always.stream(), byField.values().stream()).toList();
  }

  /** The chosen conditions but those on one field. */
  Query chosenBut(String field) {
    return Conditions.all(
        byField.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(field))
            .map(Map.Entry::getValue)
            .toList());
  }

  static List<Query> scope(Scope scope) {
    List<Query> filters = new ArrayList<>();
    if (!scope.everyAgent()) {
      filters.add(oneOf("agent", scope.agents()));
    }
    if (!scope.everyQueue()) {
      filters.add(oneOf("queue", scope.queues()));
    }
    return filters;
  }

  static Query during(Period period) {
    return period(period.from(), period.to()).orElseGet(() -> Conditions.all(List.of()));
  }

  private static Optional<Query> period(Instant from, Instant to) {
    if (from.equals(Instant.MIN) && to.equals(Instant.MAX)) {
      return Optional.empty();
    }
    return Optional.of(
        Query.of(
            q ->
                q.range(
                    range ->
                        range.date(
                            date -> {
                              date.field(STARTED_AT);
                              if (!from.equals(Instant.MIN)) {
                                date.gte(from.toString());
                              }
                              return to.equals(Instant.MAX) ? date : date.lt(to.toString());
                            }))));
  }

  private static Query chosen(Facet facet, List<String> values, boolean ofTurns) {
    Query oneOf = oneOf(field(facet), values);
    boolean unknown = facet == Facet.OUTCOME && values.contains(Outcome.UNKNOWN.code());
    return unknown || (ofTurns && YOUNG.contains(facet)) ? orAbsent(field(facet), oneOf) : oneOf;
  }

  /** An empty text stands for a fact that is not known. */
  private static Query oneOf(String field, Collection<String> values) {
    List<FieldValue> list =
        values.stream().filter(value -> !value.isEmpty()).map(FieldValue::of).toList();
    Query terms = Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(list))));
    return values.contains("") ? orAbsent(field, terms) : terms;
  }

  private static Query orAbsent(String field, Query query) {
    Query present = Query.of(q -> q.exists(e -> e.field(field)));
    Query absent = Query.of(q -> q.bool(b -> b.mustNot(present)));
    return Query.of(q -> q.bool(b -> b.should(query, absent).minimumShouldMatch("1")));
  }

  private static Optional<Query> range(String field, Range range) {
    if (range.equals(Range.ANY)) {
      return Optional.empty();
    }
    return Optional.of(
        Query.of(
            q ->
                q.range(
                    r ->
                        r.untyped(
                            bounds -> {
                              bounds.field(field);
                              if (Double.isFinite(range.from())) {
                                bounds.gte(JsonData.of(range.from()));
                              }
                              return Double.isFinite(range.to())
                                  ? bounds.lte(JsonData.of(range.to()))
                                  : bounds;
                            }))));
  }
}
