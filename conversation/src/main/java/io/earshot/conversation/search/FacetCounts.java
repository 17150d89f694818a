package io.earshot.conversation.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How many conversations of a selection have which values.
 *
 * @param total all of the selection
 * @param fields by facet, most frequent values first; a facet's values are counted as if the
 *     selection had no condition on it, so that one sees what else could be chosen
 * @param score bands of ten
 * @param durationMs bands of milliseconds; the last one has no end
 * @param days by the day they started (UTC), in order, days without conversations left out
 */
public record FacetCounts(
    long total,
    Map<Facet, List<Counted>> fields,
    List<Band> score,
    List<Band> durationMs,
    List<Day> days) {

  public FacetCounts {
    fields = Map.copyOf(fields);
    score = List.copyOf(score);
    durationMs = List.copyOf(durationMs);
    days = List.copyOf(days);
  }

  /** A value with the number of conversations that have it. */
  public record Counted(String value, long count) {}

  /** Numbers from {@code from} to below {@code to}, infinite for the last. */
  public record Band(double from, double to, long count) {}

  /** A day with its conversations. */
  public record Day(LocalDate day, long count) {}
}
