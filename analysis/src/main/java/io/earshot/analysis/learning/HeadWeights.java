package io.earshot.analysis.learning;

import java.util.List;

/**
 * All that a {@link Head} learned. Arrays are shared, not to be changed.
 *
 * @param centroids the middle of each class's meanings, of unit length, class by class
 * @param meaning weights of a {@link Softmax}
 * @param wording weights of a {@link Softmax}; empty without n-grams
 * @param temperature that probabilities are divided by
 */
record HeadWeights(
    List<String> labels,
    String language,
    Recipe recipe,
    float[] centroids,
    float[] meaning,
    float[] wording,
    double temperature) {

  HeadWeights {
    labels = List.copyOf(labels);
  }
}
