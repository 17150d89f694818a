package io.earshot.routes.cli;

import io.earshot.analysis.evaluation.redaction.MarkedText;
import io.earshot.analysis.evaluation.redaction.RedactionEvaluation;
import io.earshot.analysis.evaluation.redaction.RedactionEvaluation.TypeScores;
import io.earshot.analysis.redaction.Redactor;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.routes.labelled.MarkedFile;
import io.earshot.routes.setup.Models;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redaction",
    description = {
      "Measures what is redacted in texts with marked personal data: JSON objects with full_text and",
      "spans[{entity_type, start_position, end_position}].",
      "A mark is found when 80 % of its letters and digits are covered by findings of its type."
    },
    mixinStandardHelpOptions = true)
final class EvalRedactionCommand implements Runnable {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "Marked texts.")
  private Path file;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "OLD=NEW",
      description = "What marked types are called here, where that can't be known.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(names = "--language", description = "Of the texts, such as en or zh.")
  private Optional<String> language = Optional.empty();

  @Option(names = "--json", description = "One object in one line.")
  private boolean json;

  EvalRedactionCommand(Environment environment) {
    this.environment = environment;
  }

  /** The outcome as scripts read it. */
  record Line(
      String task,
      int n,
      double macroF1,
      double weightedF1,
      Map<String, TypeScores> perClass,
      Map<String, Integer> leftOut) {}

  @Override
  public void run() {
    List<MarkedText> texts = MarkedFile.read(file, this::type);
    Redactor redactor = Redactor.load(Models.config(environment.home()).resolve("redaction.yaml"));
    Set<String> claimed =
        Arrays.stream(DataKind.values()).map(DataKind::code).collect(Collectors.toSet());
    claimed.addAll(map.values());
    RedactionEvaluation.Outcome outcome =
        RedactionEvaluation.measure(texts, claimed, text -> find(redactor, text));
    print(
        new Line(
            "redaction",
            outcome.texts(),
            outcome.macroF1(),
            outcome.weightedF1(),
            outcome.types(),
            outcome.leftOut()));
  }

  private String type(String label) {
    return map.containsKey(label)
        ? map.get(label)
        : DataKind.ofLabel(label).map(DataKind::code).orElse(label);
  }

  private List<MarkedText.Mark> find(Redactor redactor, String text) {
    return redactor.find(text, language.orElse("")).stream()
        .map(found -> new MarkedText.Mark(found.type(), found.start(), found.end()))
        .toList();
  }

  private void print(Line line) {
    Terminal terminal = environment.terminal();
    if (json) {
      terminal.json(line);
      return;
    }
    Table table =
        new Table("type", "precision", "recall", "F1", "masked", "exact", "marked", "found");
    line.perClass()
        .forEach(
            (name, one) ->
                table.row(
                    name,
                    percent(one.precision()),
                    percent(one.recall()),
                    percent(one.f1()),
                    percent(one.masked()),
                    percent(one.exact()),
                    one.support(),
                    one.findings()));
    terminal.print("redaction: %,d texts".formatted(line.n()));
    terminal.print(table.text());
    if (!line.leftOut().isEmpty()) {
      terminal.print(
          "Not claimed, left out: "
              + line.leftOut().entrySet().stream()
                  .map(entry -> "%s (%d)".formatted(entry.getKey(), entry.getValue()))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
