package io.earshot.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What means are taken of, by the field that holds it. Documents without the field do not count.
 */
enum Measure {
  NEGATIVE("figures.negative"),
  SCORE("score"),
  SATISFACTION("emotion.satisfaction.stars"),
  DURATION("figures.duration_ms"),
  FIRST_RESPONSE("figures.first_response_ms"),
  SOLVED("figures.solved"),
  ESCALATED("figures.escalated");

  /** One aggregation for each measure. */
  static final Map<String, Aggregation> ALL =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Measure::aggregation));

  private final String field;

  Measure(String field) {
    this.field = field;
  }

  /** Sum and count, because means can't be added up. */
  private Aggregation aggregation() {
    return Aggregation.of(a -> a.stats(stats -> stats.field(field)));
  }
}
