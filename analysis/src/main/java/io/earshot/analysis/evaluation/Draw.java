package io.earshot.analysis.evaluation;

import io.earshot.analysis.learning.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws samples by seed: the same samples and seed give the same draw. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    this.random = new Random(seed);
  }

  /** Some of each class, all of a class that has fewer, in the order of the samples. */
  List<Sample> shots(List<Sample> samples, int each) {
    Map<String, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < samples.size(); i++) {
      places.computeIfAbsent(samples.get(i).label(), key -> new ArrayList<>()).add(i);
    }
    List<Integer> drawn = new ArrayList<>();
    for (List<Integer> ofClass : places.values()) {
      Collections.shuffle(ofClass, random);
      drawn.addAll(ofClass.subList(0, Math.min(each, ofClass.size())));
    }
    return drawn.stream().sorted().map(samples::get).toList();
  }

  /**
   * The fold of each sample, such that each fold has about the same share of each class, and what
   * belongs to one group lies in one fold.
   */
  int[] folds(List<Sample> samples, int count) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      String group = samples.get(i).group();
      String key = group.isEmpty() ? "\u0001" + i : group;
      groups.computeIfAbsent(key, name -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> order = new ArrayList<>(groups.values());
    Collections.shuffle(order, random);
    int[] fold = new int[samples.size()];
    Map<String, int[]> filled = new TreeMap<>();
    for (List<Integer> group : order) {
      // By the label of the group's first sample: exact for samples that stand alone.
      int[] counts =
          filled.computeIfAbsent(samples.get(group.get(0)).label(), label -> new int[count]);
      int emptiest = 0;
      for (int f = 1; f < count; f++) {
        emptiest = counts[f] < counts[emptiest] ? f : emptiest;
      }
      counts[emptiest] += group.size();
      for (int sample : group) {
        fold[sample] = emptiest;
      }
    }
    return fold;
  }
}
