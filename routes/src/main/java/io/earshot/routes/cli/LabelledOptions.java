package io.earshot.routes.cli;

import io.earshot.analysis.language.LanguageDetector;
import io.earshot.analysis.learning.Sample;
import io.earshot.routes.labelled.SampleColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Option;

/** How a labelled file is to be read, as asked for on the command line. */
final class LabelledOptions {
  @Option(
      names = "--text-column",
      paramLabel = "C",
      description = "The text's column, by name or number from 1 (default: its usual names).")
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--label-column",
      paramLabel = "C",
      description = "The label's column (default: its usual names).")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--context-column",
      paramLabel = "C",
      description = "What was said before, as 'A: ... / C: ...' (default: 'context', if there).")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--dialogue-column",
      paramLabel = "C",
      description = "The conversation of a row: the rows before it are its context.")
  private Optional<String> dialogue = Optional.empty();

  @Option(
      names = "--speaker-column",
      paramLabel = "C",
      description = "Who said it (default: its usual names).")
  private Optional<String> speaker = Optional.empty();

  @Option(names = "--no-context", description = "Each text alone, whatever was said before it.")
  private boolean alone;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "OLD=NEW",
      description = "Other names for labels; 'OLD=' leaves its rows out.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "TEXT",
      description =
          "Texts that nobody said, such as marks for a dialogue: their rows are left out.")
  private List<String> skipped = List.of();

  @Option(
      names = "--below",
      paramLabel = "X",
      description = "Labels are ratings, the mean of several: below X is negative, else other.")
  private Optional<Double> below = Optional.empty();

  @Option(
      names = "--out-of-scope",
      split = ",",
      paramLabel = "LABEL",
      description = "Labels of texts that are of no class (default: oos,out_of_scope,none).")
  private List<String> outOfScope = List.of("oos", "out_of_scope", "none");

  @Option(
      names = "--language",
      paramLabel = "zh|en",
      description = "Of the texts (default: found out).")
  private Optional<String> language = Optional.empty();

  Set<String> outOfScope() {
    return Set.copyOf(outOfScope);
  }

  /** The language said, or else that of most of the texts. */
  String language(List<Sample> samples) {
    return language.orElseGet(
        () ->
            LanguageDetector.byScript()
                .main(samples.stream().limit(500).map(Sample::text).toList(), "en"));
  }

  SampleColumns columns(LabelTask task) {
    boolean withContext =
        !alone && (task == LabelTask.EMOTION || context.isPresent() || dialogue.isPresent());
    return new SampleColumns(
        text,
        label,
        context,
        dialogue,
        speaker,
        task.usualLabels(),
        map,
        below.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        Set.copyOf(skipped),
        withContext);
  }
}
