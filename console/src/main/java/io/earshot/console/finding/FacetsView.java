package io.earshot.console.finding;

import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.FacetCounts.Band;
import io.earshot.conversation.search.FacetCounts.Counted;
import io.earshot.conversation.search.FacetCounts.Day;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts as the contract has them. */
record FacetsView(
    long total,
    Map<String, List<Counted>> fields,
    List<Band> score,
    List<From> duration,
    List<Day> days) {

  /** Milliseconds from a bound to where the next one begins. */
  record From(long from, long count) {}

  static FacetsView of(FacetCounts counts) {
    Map<String, List<Counted>> fields = new TreeMap<>();
    counts.fields().forEach((facet, values) -> fields.put(facet.code(), values));
    return new FacetsView(
        counts.total(),
        fields,
        counts.score(),
        counts.durationMs().stream()
            .map(band -> new From((long) band.from(), band.count()))
            .toList(),
        counts.days());
  }
}
