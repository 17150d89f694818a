package io.earshot.routes.cli;

import io.earshot.analysis.evaluation.Labels;
import io.earshot.analysis.evaluation.Question;
import io.earshot.analysis.learning.Recipe;
import io.earshot.analysis.learning.Sample;
import io.earshot.routes.labelled.SampleColumns;
import io.earshot.routes.labelled.SampleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a label can say of a text. */
enum LabelTask {
  INTENT(Recipe.INTENT, List.of("intent", "label", "category", "意图", "标签")),
  EMOTION(Recipe.EMOTION, List.of("label", "sentiment", "emotion", "情感", "情绪", "标签"));

  private final Recipe recipe;
  private final List<String> usualLabels;

  LabelTask(Recipe recipe, List<String> usualLabels) {
    this.recipe = recipe;
    this.usualLabels = usualLabels;
  }

  /** The name in commands, folders and JSON. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> usualLabels() {
    return usualLabels;
  }

  /** A file's samples; the sides of feelings by their usual names. */
  SampleFile read(Path file, SampleColumns columns) {
    SampleFile read = SampleFile.read(file, columns);
    return switch (this) {
      case INTENT -> read;
      case EMOTION ->
          new SampleFile(
              read.samples().stream()
                  .map(sample -> sample.withLabel(Labels.normal(sample.label())))
                  .toList(),
              read.dropped());
    };
  }

  /**
   * What is asked of heads for samples.
   *
   * @param valences of the emotions that are known
   */
  Question question(
      List<Sample> samples, String language, Set<String> outOfScope, Map<String, Double> valences) {
    boolean context =
        recipe.context() && samples.stream().anyMatch(sample -> !sample.before().isEmpty());
    boolean asked = this == INTENT && samples.stream().anyMatch(s -> !s.before().isEmpty());
    Labels labels = new Labels(samples.stream().map(Sample::label).toList(), valences);
    return new Question(
        language,
        recipe.withContext(context || asked),
        this == INTENT ? outOfScope : Set.of(),
        this == INTENT ? Set.of() : labels.negative());
  }
}
