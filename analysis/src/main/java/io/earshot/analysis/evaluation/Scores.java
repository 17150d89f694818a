package io.earshot.analysis.evaluation;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a measurement came to. Figures over several seeds are their means; classes and confusions
 * are counted over all of them together.
 *
 * @param rows how many samples in scope were judged
 * @param aurocOutOfScope how well familiarity tells what is in scope from what is not; empty when
 *     all samples were in scope
 * @param aurocNegative how well displeasure tells negative samples; empty where not asked
 * @param negativeRecall the share of the negative found at a precision of 0.6; empty where not
 *     asked
 * @param seeds one for each seed
 */
public record Scores(
    int rows,
    double accuracy,
    double macroF1,
    double weightedF1,
    Intervals intervals,
    OptionalDouble aurocOutOfScope,
    OptionalDouble aurocNegative,
    OptionalDouble negativeRecall,
    Confusion confusion,
    List<SeedScores> seeds) {

  /** The precision at which {@link #negativeRecall} is read. */
  public static final double PRECISION = 0.6;

  /** What one seed came to. */
  public record SeedScores(long seed, double accuracy, double macroF1, double weightedF1) {}

  /** Where the figures over all classes lie. */
  public record Intervals(Interval accuracy, Interval macroF1, Interval weightedF1) {}

  /** Sums up what was judged by seed. */
  static Scores of(Map<Long, List<Judged>> bySeed) {
    List<SeedScores> seeds =
        new TreeMap<>(bySeed)
            .entrySet().stream().map(entry -> seed(entry.getKey(), entry.getValue())).toList();
    List<Judged> all = bySeed.values().stream().flatMap(List::stream).toList();
    long rows = all.stream().filter(Judged::inScope).map(Judged::row).distinct().count();
    return new Scores(
        (int) rows,
        seeds.stream().collect(Collectors.averagingDouble(SeedScores::accuracy)),
        seeds.stream().collect(Collectors.averagingDouble(SeedScores::macroF1)),
        seeds.stream().collect(Collectors.averagingDouble(SeedScores::weightedF1)),
        Bootstrap.intervals(all),
        outOfScope(all),
        negative(all).auroc(),
        negative(all).recallAt(PRECISION),
        Confusion.of(all),
        seeds);
  }

  private static SeedScores seed(long seed, List<Judged> judged) {
    Confusion confusion = Confusion.of(judged);
    return new SeedScores(seed, confusion.accuracy(), confusion.macroF1(), confusion.weightedF1());
  }

  private static OptionalDouble outOfScope(List<Judged> judged) {
    Ranking ranking = new Ranking();
    judged.forEach(one -> ranking.add(one.familiarity(), one.inScope()));
    return ranking.auroc();
  }

  private static Ranking negative(List<Judged> judged) {
    Ranking ranking = new Ranking();
    judged.stream()
        .filter(one -> one.inScope() && !Double.isNaN(one.displeasure()))
        .forEach(one -> ranking.add(one.displeasure(), one.negative()));
    return ranking;
  }
}
