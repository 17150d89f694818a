package io.earshot.analysis.evaluation;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.learning.Head;
import io.earshot.analysis.learning.Sample;
import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures heads that are trained for the purpose. Nothing is learned from what is judged. */
public final class TrainedEvaluation {
  private final Question question;
  private final Embedder embedder;
  private final Consumer<String> progress;

  /**
   * Prepares a measurement.
   *
   * @param embedder best one that keeps what it was asked before
   * @param progress is told what goes on, in a few words
   */
  public TrainedEvaluation(Question question, Embedder embedder, Consumer<String> progress) {
    this.question = question;
    this.embedder = embedder;
    this.progress = progress;
  }

  /** Learns from the ones and judges the others. */
  public Scores between(List<Sample> train, List<Sample> test, Plan plan) {
    List<Sample> known = learnable(train);
    refuseUnknown(known, test);
    int[] rows = IntStream.range(0, test.size()).toArray();
    Map<Long, List<Judged>> judged = new TreeMap<>();
    for (long seed : plan.seeds()) {
      progress.accept("seed %d".formatted(seed));
      judged.put(seed, judge(learn(known, plan, seed), test, rows));
      if (plan.shots() == 0) {
        break; // Another seed would learn the same.
      }
    }
    return Scores.of(judged);
  }

  /** Cross-validates: each part is judged by what was learned from the others. */
  public Scores within(List<Sample> samples, Plan plan) {
    refuseLonely(learnable(samples));
    Map<Long, List<Judged>> judged = new TreeMap<>();
    for (long seed : plan.seeds()) {
      int[] fold = new Draw(seed).folds(samples, plan.folds());
      List<Judged> ofSeed = new ArrayList<>();
      for (int part = 0; part < plan.folds(); part++) {
        int held = part;
        progress.accept("seed %d, part %d of %d".formatted(seed, part + 1, plan.folds()));
        int[] test = IntStream.range(0, fold.length).filter(i -> fold[i] == held).toArray();
        List<Sample> train =
            IntStream.range(0, fold.length)
                .filter(i -> fold[i] != held)
                .mapToObj(samples::get)
                .toList();
        List<Sample> left = IntStream.of(test).mapToObj(samples::get).toList();
        if (!left.isEmpty()) {
          ofSeed.addAll(judge(learn(learnable(train), plan, seed), left, test));
        }
      }
      judged.put(seed, ofSeed);
    }
    return Scores.of(judged);
  }

  /** A class of one sample is either learned or judged, never both. */
  private static void refuseLonely(List<Sample> samples) {
    Map<String, Long> counts =
        samples.stream()
            .collect(Collectors.groupingBy(Sample::label, TreeMap::new, Collectors.counting()));
    List<String> lonely = counts.keySet().stream().filter(l -> counts.get(l) < 2).toList();
    if (!lonely.isEmpty()) {
      throw EarshotException.misconfigured(
          "A single sample has the label %s: too few to hold one back; leave it out with --map '%s='"
              .formatted(Labels.listed(lonely), lonely.get(0)));
    }
  }

  private List<Sample> learnable(List<Sample> samples) {
    return samples.stream().filter(sample -> question.inScope(sample.label())).toList();
  }

  private void refuseUnknown(List<Sample> train, List<Sample> test) {
    List<String> known = train.stream().map(Sample::label).distinct().sorted().toList();
    List<String> unknown =
        test.stream()
            .map(Sample::label)
            .distinct()
            .filter(label -> question.inScope(label) && !known.contains(label))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw EarshotException.misconfigured(
          "The training file has no sample of %s; map it with --map, or name it with --out-of-scope"
              .formatted(Labels.listed(unknown)));
    }
  }

  private Head learn(List<Sample> samples, Plan plan, long seed) {
    List<Sample> drawn = plan.shots() == 0 ? samples : new Draw(seed).shots(samples, plan.shots());
    return Head.learn(drawn, question.language(), question.recipe(), embedder);
  }

  private List<Judged> judge(Head head, List<Sample> samples, int[] rows) {
    return IntStream.range(0, rows.length)
        .parallel()
        .mapToObj(i -> judge(head, samples.get(i), rows[i]))
        .toList();
  }

  private Judged judge(Head head, Sample sample, int row) {
    Head.Reading reading = head.read(sample, embedder);
    double displeasure = question.negative().isEmpty() ? Double.NaN : 0;
    for (int c = 0; c < head.labels().size(); c++) {
      boolean negative = question.negative().contains(head.labels().get(c));
      displeasure += negative ? reading.probabilities()[c] : 0;
    }
    return new Judged(
        row,
        sample.label(),
        reading.label(),
        question.inScope(sample.label()),
        reading.familiarity(),
        displeasure,
        question.negative().contains(sample.label()));
  }
}
