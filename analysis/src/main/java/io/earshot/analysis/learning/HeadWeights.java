package io.earshot.analysis.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a {@link Head} learned. Arrays are shared, not to be changed.
 *
 * @param centroids the middle of each class's meanings, of unit length, class by class
 * @param temperature that probabilities are flattened by
 */
record HeadWeights(
    List<String> labels,
    String language,
    Recipe recipe,
    float[] centroids,
    Panel panel,
    double temperature) {
  private static final float[] NOTHING = new float[0];
  private static final int NEIGHBOURS = 3;

  HeadWeights {
    labels = List.copyOf(labels);
  }

  /** All numbers, as {@link #of} takes them. */
  List<float[]> arrays() {
    List<float[]> arrays = new ArrayList<>();
    arrays.add(centroids);
    arrays.add(panel.meaning().weights());
    arrays.add(panel.wording().map(Softmax::weights).orElse(NOTHING));
    arrays.addAll(
        panel.neighbours().map(Neighbours::arrays).orElse(List.of(NOTHING, NOTHING, NOTHING)));
    return arrays;
  }

  /**
   * From {@link #arrays()}.
   *
   * @throws IllegalArgumentException when they don't fit each other
   */
  static HeadWeights of(
      List<String> labels,
      String language,
      Recipe recipe,
      double temperature,
      List<float[]> arrays) {
    int classes = labels.size();
    int dimensions = arrays.get(0).length / classes;
    int inputs = recipe.context() ? 2 * dimensions : dimensions;
    Optional<Softmax> wording =
        recipe.wording()
            ? Optional.of(new Softmax(classes, Ngrams.DIMENSIONS, arrays.get(2)))
            : Optional.empty();
    List<float[]> neighbours = arrays.subList(NEIGHBOURS, 2 * NEIGHBOURS);
    Panel panel =
        new Panel(
            new Softmax(classes, inputs, arrays.get(1)),
            wording,
            neighbours.get(2).length == 0
                ? Optional.empty()
                : Optional.of(Neighbours.of(classes, neighbours)));
    return new HeadWeights(labels, language, recipe, arrays.get(0), panel, temperature);
  }
}
