package io.earshot.conversation.search;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which conversations are meant: all conditions together.
 *
 * @param query in the language of {@code earshot search}; blank finds all
 * @param from started at or after; {@link Instant#MIN} for no bound
 * @param to started before; {@link Instant#MAX} for no bound
 * @param values of each facet one of these; facets without a list are free
 * @param score 0 to 100
 * @param durationMs milliseconds
 * @param scope what the asker may see
 */
public record Selection(
    String query,
    Instant from,
    Instant to,
    Map<Facet, List<String>> values,
    Range score,
    Range durationMs,
    Scope scope) {

  public Selection {
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    values.forEach((facet, list) -> copy.put(facet, List.copyOf(list)));
    values = copy;
  }

  /** Everything within a scope. */
  public static Selection all(Scope scope) {
    return of("", scope);
  }

  /** What a query finds within a scope. */
  public static Selection of(String query, Scope scope) {
    return new Selection(query, Instant.MIN, Instant.MAX, Map.of(), Range.ANY, Range.ANY, scope);
  }

  /** The same within another period. */
  public Selection during(Period period) {
    return new Selection(query, period.from(), period.to(), values, score, durationMs, scope);
  }

  /** The same with other values of one facet; an empty list frees it. */
  public Selection with(Facet facet, List<String> newValues) {
    Map<Facet, List<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(values);
    changed.remove(facet);
    if (!newValues.isEmpty()) {
      changed.put(facet, newValues);
    }
    return new Selection(query, from, to, changed, score, durationMs, scope);
  }
}
