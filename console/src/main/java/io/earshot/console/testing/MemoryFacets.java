package io.earshot.console.testing;

import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.FacetCounts.Band;
import io.earshot.conversation.search.FacetCounts.Counted;
import io.earshot.conversation.search.FacetCounts.Day;
import io.earshot.conversation.search.Range;
import io.earshot.conversation.search.Selection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the values of a selection in memory. */
record MemoryFacets(Collection<MemoryConversation> all, Selection selection) {
  private static final double[] SCORES = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
  private static final double[] DURATIONS = {
    0, 30e3, 60e3, 120e3, 300e3, 600e3, 1200e3, 1800e3, 3600e3, Double.POSITIVE_INFINITY
  };

  FacetCounts counts() {
    Map<Facet, List<Counted>> fields = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      if (facet != Facet.CUSTOMER) {
        fields.put(facet, values(facet));
      }
    }
    return new FacetCounts(
        matching(selection).count(),
        fields,
        bands(free(Range.ANY, selection.durationMs()), SCORES, one -> one.summary().score()),
        bands(free(selection.score(), Range.ANY), DURATIONS, one -> one.summary().durationMs()),
        days());
  }

  private Stream<MemoryConversation> matching(Selection other) {
    return all.stream().filter(one -> one.isIn(other));
  }

  private Selection free(Range score, Range durationMs) {
    return new Selection(
        selection.query(),
        selection.from(),
        selection.to(),
        selection.values(),
        score,
        durationMs,
        selection.scope());
  }

  private List<Counted> values(Facet facet) {
    return matching(selection.with(facet, List.of()))
        .flatMap(one -> one.values(facet).stream())
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Counted(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Counted::count).reversed())
        .toList();
  }

  private List<Band> bands(
      Selection other, double[] bounds, ToDoubleFunction<MemoryConversation> number) {
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.length; i++) {
      double from = bounds[i];
      double to = i + 2 < bounds.length ? bounds[i + 1] : Double.POSITIVE_INFINITY;
      long count =
          matching(other).mapToDouble(number).filter(value -> value >= from && value < to).count();
      bands.add(new Band(from, bounds[i + 1], count));
    }
    return bands;
  }

  private List<Day> days() {
    return matching(selection)
        .collect(
            Collectors.groupingBy(
                one -> one.summary().startedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                TreeMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Day(entry.getKey(), entry.getValue()))
        .toList();
  }
}
