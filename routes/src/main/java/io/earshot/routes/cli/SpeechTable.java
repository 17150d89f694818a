package io.earshot.routes.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Recordings, the worst first, and their sum. */
final class SpeechTable {
  private final List<SpeechResult> results;
  private final boolean speakers;

  SpeechTable(List<SpeechResult> measured, boolean speakers) {
    this.speakers = speakers;
    this.results =
        new ArrayList<>(
            measured.stream()
                .sorted(
                    Comparator.comparingDouble((SpeechResult result) -> -rate(result))
                        .thenComparing(SpeechResult::file))
                .toList());
    results.add(measured.stream().reduce(SpeechResult.NONE, SpeechResult::plus));
  }

  private double rate(SpeechResult result) {
    return speakers ? result.speakers().rate() : result.words().rate();
  }

  /** For scripts. */
  List<Object> lines() {
    List<Object> lines = new ArrayList<>();
    results.forEach(result -> lines.add(speakers ? result.speakerLine() : result.wordLine()));
    return lines;
  }

  /** For people. */
  String text() {
    Table table =
        speakers
            ? new Table("recording", "wrong speaker %", "wrong role %", "words", "wrong", "unknown")
            : new Table("recording", "error %", "words", "wrong", "added", "missing");
    results.forEach(result -> add(result, table));
    return table.text();
  }

  private void add(SpeechResult result, Table table) {
    if (speakers) {
      table.row(
          result.file(),
          ScoresTable.percent(result.speakers().rate()),
          ScoresTable.percent(result.speakers().roleRate()),
          result.speakers().words(),
          result.speakers().wrong(),
          result.speakers().unknown());
    } else {
      table.row(
          result.file(),
          ScoresTable.percent(result.words().rate()),
          result.words().words(),
          result.words().substitutions(),
          result.words().insertions(),
          result.words().deletions());
    }
  }
}
