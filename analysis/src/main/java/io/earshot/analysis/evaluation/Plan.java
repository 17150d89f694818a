package io.earshot.analysis.evaluation;

import java.util.List;

/**
 * How training and test are repeated.
 *
 * @param shots how many samples of each class are learned from; 0 for all there are
 * @param seeds each draws its own shots and folds
 * @param folds into how many parts samples are cut where training and test share one file
 */
public record Plan(int shots, List<Long> seeds, int folds) {
  public Plan {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || folds < 2 || shots < 0) {
      throw new IllegalArgumentException("A plan needs a seed, two folds and no negative shots");
    }
  }
}
