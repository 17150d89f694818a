package io.earshot.analysis.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses how a {@link Head} is fitted, and fits it.
 *
 * <p>Two things decide most, and depend on how many samples there are and how much people agree on
 * them: how strongly weights are held back, and how far rare classes are preferred over their
 * share. With enough samples both are chosen on what is held back: the one by likelihood, the other
 * by macro F1. Measured with shrinkage 0.001, 0.01, 0.1: BANKING77 with all examples 93.4, 92.8 %
 * and lower; CPED (people disagree) 41.9, 42.4, 43.4 macro F1.
 */
final class HeadTrainer {
  private static final double[] SHRINKAGES = {0.001, 0.01, 0.03, 0.1};
  private static final int USUAL = 1;
  private static final double[] BALANCES = {0.5, 0.75, 1};
  private static final double[] ON_A_PAR = {1};

  /** Of the surprise: half of the samples need stronger shrinkage than all, so it has to pay. */
  private static final double WORTH_MORE_SHRINKAGE = 0.005;

  /** Of macro F1: rare classes are preferred no further than it pays. */
  private static final double WORTH_MORE_BALANCE = 0.005;

  private static final int ENOUGH_TO_CHOOSE = 1000;

  private final TrainingSet set;
  private final int classes;
  private final boolean many;

  HeadTrainer(TrainingSet set) {
    this.set = set;
    this.classes = set.labels().size();
    this.many = set.size() >= ENOUGH_TO_CHOOSE;
  }

  HeadWeights train() {
    Rehearsal rehearsal = many ? best() : rehearse(USUAL);
    Balance balance = rehearsal.balance;
    Panel panel = set.panel(new int[0], rehearsal.shrinkage);
    panel.meaning().addToBiases(offsets(balance.share));
    return new HeadWeights(
        set.labels(),
        set.language(),
        set.recipe(),
        set.middles(),
        panel,
        Temperature.of(balance.unseen, rehearsal.truth));
  }

  /**
   * Fitted without some samples.
   *
   * @param truth the classes of the samples that were held back
   * @param balance the mildest of those that are about as good
   * @param surprise at the truth: the negative log-likelihood, calibrated
   */
  private record Rehearsal(
      double shrinkage, List<Integer> truth, Balance balance, double surprise) {}

  /**
   * How far classes were put on a par.
   *
   * @param share 0 leaves each its share of the samples, 1 makes all alike
   * @param unseen what was then made of the samples held back
   */
  private record Balance(double share, List<double[]> unseen, double macroF1) {}

  /** Uphill from the usual shrinkage: stronger, or else weaker. */
  private Rehearsal best() {
    Rehearsal usual = rehearse(USUAL);
    Rehearsal stronger = uphill(usual, 1);
    return stronger == usual ? uphill(usual, -1) : stronger;
  }

  private Rehearsal uphill(Rehearsal from, int step) {
    Rehearsal best = from;
    for (int next = USUAL + step; next >= 0 && next < SHRINKAGES.length; next += step) {
      Rehearsal tried = rehearse(next);
      double needed = step > 0 ? 1 - WORTH_MORE_SHRINKAGE : 1;
      if (tried.surprise >= needed * best.surprise) {
        return best;
      }
      best = tried;
    }
    return best;
  }

  private Rehearsal rehearse(int shrinkage) {
    List<double[]> unseen = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (int[] held : folds()) {
      if (held.length == set.size()) {
        continue; // Every class has a single sample: nothing to rehearse with.
      }
      Panel panel = set.panel(held, SHRINKAGES[shrinkage]);
      for (int sample : held) {
        unseen.add(panel.of(set.view(sample)).probabilities());
        truth.add(set.gold(sample));
      }
    }
    List<Balance> balances =
        Arrays.stream(many ? BALANCES : ON_A_PAR)
            .mapToObj(share -> balance(share, unseen, truth))
            .toList();
    double highest = balances.stream().mapToDouble(Balance::macroF1).max().orElse(0);
    Balance best =
        balances.stream()
            .filter(balance -> balance.macroF1 >= highest - WORTH_MORE_BALANCE)
            .findFirst()
            .orElseThrow();
    return new Rehearsal(
        SHRINKAGES[shrinkage], truth, best, Temperature.leastSurprise(unseen, truth));
  }

  private Balance balance(double share, List<double[]> unseen, List<Integer> truth) {
    double[] offsets = offsets(share);
    List<double[]> balanced = new ArrayList<>();
    for (double[] probabilities : unseen) {
      double[] scores = new double[classes];
      for (int c = 0; c < classes; c++) {
        scores[c] = Panel.log(probabilities[c]) + offsets[c];
      }
      balanced.add(Softmax.normalise(scores));
    }
    return new Balance(share, balanced, macroF1(balanced, truth));
  }

  /** What a class's score has to be raised by to make up for being rare. */
  private double[] offsets(double share) {
    double[] counts = new double[classes];
    for (int sample = 0; sample < set.size(); sample++) {
      counts[set.gold(sample)]++;
    }
    return Arrays.stream(counts)
        .map(count -> -share * Math.log(count * classes / set.size()))
        .toArray();
  }

  /**
   * Two halves where there are many samples, else thirds; each is held back in turn.
   *
   * <p>Of conversations the earlier ones are one half: what comes later is less like the rest than
   * what was drawn from its midst, as it will be when the head is used.
   */
  private List<int[]> folds() {
    boolean alone = set.groups().stream().anyMatch(String::isEmpty);
    int[] fold = many && !alone ? halves() : even(many ? 2 : 3);
    return IntStream.range(0, many ? 2 : 3)
        .mapToObj(part -> IntStream.range(0, fold.length).filter(i -> fold[i] == part).toArray())
        .toList();
  }

  private int[] halves() {
    List<String> groups = set.groups().stream().distinct().toList();
    Set<String> later = new HashSet<>(groups.subList(groups.size() / 2, groups.size()));
    return set.groups().stream().mapToInt(group -> later.contains(group) ? 1 : 0).toArray();
  }

  private int[] even(int parts) {
    int[] fold = new int[set.size()];
    int[] seen = new int[classes];
    List<Integer> order = new ArrayList<>(IntStream.range(0, fold.length).boxed().toList());
    Collections.shuffle(order, new Random(7));
    for (int sample : order) {
      fold[sample] = seen[set.gold(sample)]++ % parts;
    }
    return fold;
  }

  private double macroF1(List<double[]> unseen, List<Integer> truth) {
    double[] right = new double[classes];
    double[] named = new double[classes];
    for (int i = 0; i < truth.size(); i++) {
      int predicted = Panel.best(unseen.get(i));
      named[predicted]++;
      named[truth.get(i)]++;
      right[truth.get(i)] += predicted == truth.get(i) ? 1 : 0;
    }
    return IntStream.range(0, classes)
        .mapToDouble(c -> 2 * right[c] / Math.max(1, named[c]))
        .average()
        .orElse(0);
  }
}
