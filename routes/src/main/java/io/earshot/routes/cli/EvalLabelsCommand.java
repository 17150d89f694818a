package io.earshot.routes.cli;

import io.earshot.analysis.AnalysisEngine;
import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.analysis.emotion.EmotionPack;
import io.earshot.analysis.evaluation.Labels;
import io.earshot.analysis.evaluation.MeaningsAtHand;
import io.earshot.analysis.evaluation.Plan;
import io.earshot.analysis.evaluation.Question;
import io.earshot.analysis.evaluation.Scores;
import io.earshot.analysis.evaluation.ShippedEvaluation;
import io.earshot.analysis.evaluation.TrainedEvaluation;
import io.earshot.analysis.intent.Intent;
import io.earshot.analysis.intent.IntentPack;
import io.earshot.analysis.learning.Sample;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.labelled.SampleFile;
import io.earshot.routes.setup.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Measures what is found in labelled texts: CSV, TSV, JSON or JSON lines.",
      "Without --train the analysis is measured as it serves; with it, a head trained on that file.",
      "With the same file for both, or --folds, parts of it are held back in turn."
    },
    mixinStandardHelpOptions = true)
final class EvalLabelsCommand implements Callable<Integer> {
  private static final int FOLDS = 5;

  private final Environment environment;
  private final LabelTask task;

  @Parameters(paramLabel = "FILE", description = "Labelled texts.")
  private Path file;

  @Option(names = "--train", paramLabel = "FILE", description = "Learn from this file first.")
  private Optional<Path> train = Optional.empty();

  @Option(
      names = "--shots",
      paramLabel = "N",
      description = "Learn from N samples of each class only (default: from all).")
  private int shots;

  @Option(
      names = "--seed",
      split = ",",
      paramLabel = "N",
      description = "Repeat with each of these draws; figures are their means (default: 1).")
  private List<Long> seeds = List.of(1L);

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Cross-validate FILE in N parts (default: 5 where it is the training file).")
  private Optional<Integer> folds = Optional.empty();

  @Option(names = "--json", description = "One object in one line.")
  private boolean json;

  @Mixin private LabelledOptions options = new LabelledOptions();

  EvalLabelsCommand(Environment environment, LabelTask task) {
    this.environment = environment;
    this.task = task;
  }

  @Override
  public Integer call() throws IOException {
    verify();
    environment.home().create();
    List<Sample> test = read(file);
    String language = options.language(test);
    boolean within =
        folds.isPresent() || (train.isPresent() && Files.isSameFile(file, train.get()));
    Scores scores;
    String method;
    if (within) {
      scores = within(test, language);
      method = trained("cross-validated in %d parts".formatted(folds.orElse(FOLDS)));
    } else if (train.isPresent()) {
      scores = between(read(train.get()), test, language);
      method = trained("on another file");
    } else {
      scores = shipped(test, language);
      method = "as it serves";
    }
    print(scores, ScoresLine.of(task, method, language, scores));
    return Commands.DONE;
  }

  private void verify() {
    if (shots < 0 || folds.orElse(FOLDS) < 2 || folds.orElse(FOLDS) > 100 || seeds.isEmpty()) {
      throw EarshotException.misconfigured(
          "--shots must not be negative, --folds lie between 2 and 100, --seed name a number");
    }
    if (shots > 0 && train.isEmpty() && folds.isEmpty()) {
      throw EarshotException.misconfigured(
          "--shots needs a file to learn from: name it with --train, or set --folds");
    }
  }

  private String trained(String how) {
    return shots > 0 ? "trained with %d a class, %s".formatted(shots, how) : "trained, " + how;
  }

  private List<Sample> read(Path path) {
    SampleFile read = task.read(path, options.columns(task));
    if (read.dropped() > 0) {
      environment
          .terminal()
          .say(
              "%s: %,d rows without a text, or broken, are left out"
                  .formatted(path, read.dropped()));
    }
    return read.samples();
  }

  private Scores within(List<Sample> samples, String language) {
    Question question = question(samples, language);
    Plan plan = new Plan(shots, seeds, folds.orElse(FOLDS));
    return evaluate(samples, question, evaluation -> evaluation.within(samples, plan));
  }

  private Scores between(List<Sample> known, List<Sample> test, String language) {
    List<Sample> all = new ArrayList<>(known);
    all.addAll(test);
    Plan plan = new Plan(shots, seeds, FOLDS);
    // Of a large file that only a few shots are drawn from, only those need to be read.
    return evaluate(
        shots > 0 ? test : all,
        question(all, language),
        evaluation -> evaluation.between(known, test, plan));
  }

  private Question question(List<Sample> samples, String language) {
    return task.question(samples, language, options.outOfScope(), valences());
  }

  private Map<String, Double> valences() {
    return EmotionPack.load(Models.config(environment.home()).resolve("emotions")).byName();
  }

  /** A measurement with trained heads. */
  private interface Measurement {
    Scores of(TrainedEvaluation evaluation);
  }

  private Scores evaluate(List<Sample> samples, Question question, Measurement measurement) {
    try (EmbeddingModels models = Models.embeddings(environment.home())) {
      MeaningsAtHand meanings = new MeaningsAtHand(models);
      meanings.takeIn(samples, question.language(), question.recipe().context(), this::showReading);
      return measurement.of(
          new TrainedEvaluation(
              question,
              meanings,
              what -> environment.terminal().status("Training and judging: " + what)));
    }
  }

  private Scores shipped(List<Sample> samples, String language) {
    Question question = question(samples, language);
    Labels labels = new Labels(samples.stream().map(Sample::label).toList(), valences());
    switch (task) {
      case INTENT -> ShippedEvaluation.verify(samples, intents(), question, "intents");
      case EMOTION -> {
        if (!labels.areSides()) {
          ShippedEvaluation.verify(samples, valences().keySet(), question, "emotions");
        }
      }
    }
    try (AnalysisEngine engine = Models.analysis(environment.home(), environment.settings())) {
      ShippedEvaluation evaluation = new ShippedEvaluation(engine, question, this::showReading);
      return switch (task) {
        case INTENT -> evaluation.intents(samples);
        case EMOTION -> evaluation.emotions(samples, labels);
      };
    }
  }

  private List<String> intents() {
    return IntentPack.load(Models.config(environment.home()).resolve("intents")).intents().stream()
        .map(Intent::name)
        .toList();
  }

  private void showReading(int done, int all) {
    environment.terminal().status("%,d of %,d texts read".formatted(done, all));
  }

  private void print(Scores scores, ScoresLine line) {
    if (json) {
      environment.terminal().json(line);
    } else {
      environment.terminal().print(new ScoresTable(scores, line).text());
    }
  }
}
