package io.earshot.routes.cli;

import io.earshot.conversation.Scored;
import java.util.Locale;
import java.util.stream.Collectors;

/** Processed conversations as a table for people. */
final class ProcessedTable {
  private static final int INTENTS_SHOWN = 2;

  private ProcessedTable() {}

  static Table empty() {
    return new Table(
        "SOURCE", "KIND", "LANG", "LENGTH", "TURNS", "AGENT", "EMOTION", "VALENCE", "INTENTS",
        "SCORE");
  }

  static void add(Table table, ProcessedLine line) {
    if (!line.isIndexed()) {
      table.row(line.source(), "QUARANTINED", line.reason(), "", "", "", "", "", "", "");
      return;
    }
    table.row(
        line.source(),
        line.channel().code(),
        line.language(),
        line.durationMs() > 0 ? Durations.clock(line.durationMs()) : "-",
        line.turns(),
        line.agent() == null ? "-" : line.agent(),
        line.emotion().label(),
        String.format(Locale.ROOT, "%+.2f → %+.2f", line.emotion().start(), line.emotion().end()),
        line.intents().stream()
            .limit(INTENTS_SHOWN)
            .map(Scored::name)
            .collect(Collectors.joining(", ")),
        Math.round(line.score()));
  }
}
