package io.earshot.routes.cli;

import io.earshot.analysis.evaluation.Confusion;
import io.earshot.analysis.evaluation.Interval;
import io.earshot.analysis.evaluation.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A measurement as people read it. */
final class ScoresTable {
  /** More classes make a matrix nobody can read. */
  private static final int WIDEST_MATRIX = 10;

  private static final int MOST_MISTAKES = 15;

  private final Scores scores;
  private final ScoresLine line;

  ScoresTable(Scores scores, ScoresLine line) {
    this.scores = scores;
    this.line = line;
  }

  String text() {
    List<String> parts = new ArrayList<>();
    parts.add(summary());
    parts.add(classes());
    parts.add(scores.confusion().labels().size() <= WIDEST_MATRIX ? matrix() : mistakes());
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(System.lineSeparator() + System.lineSeparator()));
  }

  private String summary() {
    Table table = new Table("measure", "value", "95 %", "seeds");
    table.row(
        "accuracy",
        percent(line.accuracy()),
        interval(line.intervals().accuracy()),
        seeds(line.spread().accuracy()));
    table.row(
        "macro F1",
        percent(line.macroF1()),
        interval(line.intervals().macroF1()),
        seeds(line.spread().macroF1()));
    table.row(
        "weighted F1", percent(line.weightedF1()), interval(line.intervals().weightedF1()), "");
    line.aurocOutOfScope().ifPresent(v -> table.row("AUROC out of scope", figure(v), "", ""));
    line.aurocNegative().ifPresent(v -> table.row("AUROC negative", figure(v), "", ""));
    line.negativeRecall()
        .ifPresent(
            v -> table.row("negative recall at precision " + Scores.PRECISION, figure(v), "", ""));
    return "%s, %s, %s: %,d samples of %d classes%n%n%s"
        .formatted(
            line.task(), line.method(), line.language(), line.n(), line.classes(), table.text());
  }

  private String seeds(double deviation) {
    return line.seeds().size() < 2
        ? ""
        : "± %s over %d".formatted(percent(deviation), line.seeds().size());
  }

  private String classes() {
    Table table = new Table("class", "precision", "recall", "F1", "support");
    line.perClass()
        .forEach(
            (name, one) ->
                table.row(
                    name,
                    percent(one.precision()),
                    percent(one.recall()),
                    percent(one.f1()),
                    one.support()));
    return table.text();
  }

  private String matrix() {
    List<String> labels = scores.confusion().labels();
    List<String> heads = new ArrayList<>(List.of("is \\ taken for"));
    heads.addAll(labels);
    Table table = new Table(heads.toArray(String[]::new));
    for (int gold = 0; gold < labels.size(); gold++) {
      List<Object> cells = new ArrayList<>(List.of(labels.get(gold)));
      for (int predicted = 0; predicted < labels.size(); predicted++) {
        cells.add(scores.confusion().count(gold, predicted));
      }
      table.row(cells.toArray());
    }
    return table.text();
  }

  private String mistakes() {
    Table table = new Table("is", "taken for", "times");
    for (Confusion.Mistake mistake : scores.confusion().mistakes(MOST_MISTAKES)) {
      table.row(mistake.gold(), mistake.predicted(), mistake.count());
    }
    return table.isEmpty() ? "" : table.text();
  }

  private static String interval(Interval interval) {
    return "%s-%s".formatted(percent(interval.low()), percent(interval.high()));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
