package io.earshot.analysis.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How well a score puts what is wanted above what is not. */
final class Ranking {
  private final List<Item> items = new ArrayList<>();

  /** A score of something that is wanted or not. */
  private record Item(double score, boolean wanted) {}

  void add(double score, boolean wanted) {
    items.add(new Item(score, wanted));
  }

  /**
   * The chance that a wanted one has the higher score than one that is not; ties count half (Mann
   * and Whitney, 1947). Empty where one of the two kinds is missing.
   */
  OptionalDouble auroc() {
    List<Item> ascending = items.stream().sorted(Comparator.comparingDouble(Item::score)).toList();
    long wanted = items.stream().filter(Item::wanted).count();
    long others = items.size() - wanted;
    if (wanted == 0 || others == 0) {
      return OptionalDouble.empty();
    }
    double ranks = 0;
    for (int i = 0; i < ascending.size(); ) {
      int end = i;
      int tied = 0;
      while (end < ascending.size() && ascending.get(end).score == ascending.get(i).score) {
        tied += ascending.get(end++).wanted ? 1 : 0;
      }
      ranks += tied * (i + 1 + end) / 2.0;
      i = end;
    }
    double lowest = wanted * (wanted + 1) / 2.0;
    return OptionalDouble.of((ranks - lowest) / wanted / others);
  }

  /** The highest share of the wanted that some threshold finds at no less than a precision. */
  OptionalDouble recallAt(double precision) {
    List<Item> descending =
        items.stream().sorted(Comparator.comparingDouble(Item::score).reversed()).toList();
    long wanted = items.stream().filter(Item::wanted).count();
    if (wanted == 0) {
      return OptionalDouble.empty();
    }
    double best = 0;
    int found = 0;
    for (int i = 0; i < descending.size(); i++) {
      found += descending.get(i).wanted ? 1 : 0;
      boolean boundary =
          i + 1 == descending.size() || descending.get(i + 1).score < descending.get(i).score;
      if (boundary && found >= precision * (i + 1)) {
        best = Math.max(best, (double) found / wanted);
      }
    }
    return OptionalDouble.of(best);
  }
}
