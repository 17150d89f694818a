package io.earshot.console.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.conversation.search.Figures;

/** Figures as the contract has them: null where no conversation is behind a mean. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FiguresView(
    long conversations,
    Double negativeShare,
    Double score,
    Double satisfaction,
    Double durationMs,
    Double firstResponseMs,
    Double solvedShare,
    Double escalationShare,
    long timed,
    long answered,
    long judged) {

  static FiguresView of(Figures figures) {
    return new FiguresView(
        figures.conversations(),
        known(figures.negativeShare()),
        known(figures.score()),
        known(figures.satisfaction()),
        known(figures.durationMs()),
        known(figures.firstResponseMs()),
        known(figures.solvedShare()),
        known(figures.escalationShare()),
        figures.timed(),
        figures.answered(),
        figures.judged());
  }

  private static Double known(double mean) {
    return Double.isNaN(mean) ? null : Double.valueOf(mean);
  }
}
