package io.earshot.routes.cli;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.analysis.emotion.EmotionPack;
import io.earshot.analysis.evaluation.Labels;
import io.earshot.analysis.evaluation.MeaningsAtHand;
import io.earshot.analysis.evaluation.Plan;
import io.earshot.analysis.evaluation.Question;
import io.earshot.analysis.evaluation.Scores;
import io.earshot.analysis.evaluation.TrainedEvaluation;
import io.earshot.analysis.learning.Head;
import io.earshot.analysis.learning.HeadFile;
import io.earshot.analysis.learning.HeadVersions;
import io.earshot.analysis.learning.Recipe;
import io.earshot.analysis.learning.Sample;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.vault.ConversationJson;
import io.earshot.routes.labelled.SampleFile;
import io.earshot.routes.setup.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    description = {
      "Trains on labelled texts, cross-validates, and keeps the result as a new version under",
      "EARSHOT_HOME/models. The service uses it when settings.yaml names it as",
      "analysis.intent_head or analysis.emotion_head.",
      "Labels of feelings must be sides (negative, neutral, positive) or emotions of ours: see --map."
    },
    mixinStandardHelpOptions = true)
final class TrainLabelsCommand implements Callable<Integer> {
  private final Environment environment;
  private final LabelTask task;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "Labelled texts.")
  private Path file;

  @Option(names = "--name", paramLabel = "NAME", description = "Of the head (default: own).")
  private String name = "own";

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Of the cross-validation (default: 5).")
  private int folds = 5;

  @Option(names = "--seed", paramLabel = "N", description = "Of its draws (default: 1).")
  private long seed = 1;

  @Option(names = "--json", description = "The scores as one object in one line.")
  private boolean json;

  @Mixin private LabelledOptions options = new LabelledOptions();

  TrainLabelsCommand(Environment environment, LabelTask task) {
    this.environment = environment;
    this.task = task;
  }

  /** What is kept beside a head. */
  record Kept(
      String name, Instant trainedAt, int samples, Recipe recipe, int folds, ScoresLine scores) {}

  @Override
  public Integer call() {
    HeadVersions.verifyName(name);
    if (folds < 2 || folds > 100) {
      throw EarshotException.misconfigured("--folds must lie between 2 and 100");
    }
    environment.home().create();
    SampleFile read = task.read(file, options.columns(task));
    if (read.dropped() > 0) {
      environment
          .terminal()
          .say(
              "%s: %,d rows without a text, or broken, are left out"
                  .formatted(file, read.dropped()));
    }
    Map<String, Double> valences =
        EmotionPack.load(Models.config(environment.home()).resolve("emotions")).byName();
    refuseForeign(read.samples(), valences);
    Question question =
        task.question(
            task == LabelTask.INTENT ? alone(read.samples()) : read.samples(),
            options.language(read.samples()),
            options.outOfScope(),
            valences);
    try (EmbeddingModels models = Models.embeddings(environment.home())) {
      train(read.samples(), question, models);
    }
    return Commands.DONE;
  }

  /** The service tells intents turn by turn. */
  private static List<Sample> alone(List<Sample> samples) {
    return samples.stream()
        .map(s -> new Sample(s.text(), List.of(), s.label(), s.group()))
        .toList();
  }

  /**
   * What is felt is shown on a scale from unpleasant to pleasant, so it must have a place there.
   */
  private void refuseForeign(List<Sample> samples, Map<String, Double> valences) {
    Set<String> unknown =
        new Labels(samples.stream().map(Sample::label).toList(), valences).unknown();
    if (task == LabelTask.EMOTION && !unknown.isEmpty()) {
      throw EarshotException.misconfigured(
          ("It is not known what %s feels like; say which emotion or side it is with --map '%s=NAME':"
                  + " negative, neutral, positive, %s")
              .formatted(
                  Labels.listed(unknown),
                  unknown.iterator().next(),
                  String.join(", ", valences.keySet())));
    }
  }

  private void train(List<Sample> samples, Question question, EmbeddingModels models) {
    Terminal terminal = environment.terminal();
    MeaningsAtHand meanings = new MeaningsAtHand(models);
    meanings.takeIn(
        samples,
        question.language(),
        question.recipe().context(),
        (done, all) -> terminal.status("%,d of %,d texts read".formatted(done, all)));
    TrainedEvaluation evaluation =
        new TrainedEvaluation(
            question, meanings, what -> terminal.status("Cross-validating: " + what));
    Scores scores = evaluation.within(samples, new Plan(0, List.of(seed), folds));
    ScoresLine line =
        ScoresLine.of(
            task,
            "trained, cross-validated in %d parts".formatted(folds),
            question.language(),
            scores);
    List<Sample> known =
        samples.stream().filter(s -> !question.outOfScope().contains(s.label())).toList();
    Head head = Head.learn(known, question.language(), question.recipe(), meanings);
    Kept kept =
        new Kept(
            name,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            known.size(),
            question.recipe(),
            folds,
            line);
    Path version =
        new HeadVersions(environment.home().models(), task.code())
            .add(name, folder -> write(head, kept, folder));
    tell(scores, line, version);
  }

  private static void write(Head head, Kept kept, Path folder) {
    HeadFile.write(head, folder.resolve(HeadVersions.FILE));
    try {
      Files.write(
          folder.resolve("scores.json"),
          ConversationJson.mapper().writer(new DefaultPrettyPrinter()).writeValueAsBytes(kept));
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s); free some space".formatted(folder, e), e);
    }
  }

  private void tell(Scores scores, ScoresLine line, Path version) {
    Terminal terminal = environment.terminal();
    if (json) {
      terminal.json(line);
    } else {
      terminal.print(new ScoresTable(scores, line).text());
    }
    terminal.say(
        "Kept as %s. Used when settings.yaml says analysis.%s_head: %s"
            .formatted(version, task.code(), name));
  }
}
