package io.earshot.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StatsAggregate;
import io.earshot.conversation.search.Figures;
import java.util.EnumMap;
import java.util.Map;

/** Sums over conversations; sums of parts can be added to those of the whole. Immutable. */
final class Tally {
  static final Tally NOTHING = new Tally(0, Map.of());

  private final long conversations;
  private final Map<Measure, Sum> sums;

  private Tally(long conversations, Map<Measure, Sum> sums) {
    this.conversations = conversations;
    this.sums = sums;
  }

  private record Sum(double sum, long count) {
    Sum plus(Sum other) {
      return new Sum(sum + other.sum, count + other.count);
    }
  }

  /** Of a bucket that holds {@link Measure#ALL}. */
  static Tally of(long conversations, Map<String, Aggregate> measured) {
    Map<Measure, Sum> sums = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      StatsAggregate stats = measured.get(measure.name()).stats();
      sums.put(measure, new Sum(stats.sum(), stats.count()));
    }
    return new Tally(conversations, sums);
  }

  Tally plus(Tally other) {
    Map<Measure, Sum> both = new EnumMap<>(Measure.class);
    both.putAll(sums);
    other.sums.forEach((measure, sum) -> both.merge(measure, sum, Sum::plus));
    return new Tally(conversations + other.conversations, both);
  }

  Figures figures() {
    return new Figures(
        conversations,
        mean(Measure.NEGATIVE),
        mean(Measure.SCORE),
        mean(Measure.SATISFACTION),
        mean(Measure.DURATION),
        mean(Measure.FIRST_RESPONSE),
        mean(Measure.SOLVED),
        mean(Measure.ESCALATED),
        sum(Measure.DURATION).count(),
        sum(Measure.FIRST_RESPONSE).count(),
        sum(Measure.SOLVED).count());
  }

  private double mean(Measure measure) {
    Sum sum = sum(measure);
    return sum.count() == 0 ? Double.NaN : sum.sum() / sum.count();
  }

  private Sum sum(Measure measure) {
    return sums.getOrDefault(measure, new Sum(0, 0));
  }
}
