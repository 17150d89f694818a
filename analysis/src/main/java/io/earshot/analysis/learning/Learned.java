package io.earshot.analysis.learning;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.conversation.Embedding;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Lesson} learned: tells the classes of a text apart, by its embedding and, where asked
 * for, also by its n-grams. Immutable; safe for several threads.
 */
public final class Learned {
  // Fixed once in docs of the study behind this: unit vectors times 10, 60 epochs, L2 1e-5.
  private static final float SCALE = 10;
  private static final int EPOCHS = 60;
  private static final double SHRINKAGE = 1e-5;
  private static final float NGRAM_SCALE = 6;
  private static final int NGRAM_EPOCHS = 25;
  private static final double NGRAM_SHRINKAGE = 1e-4;
  private static final String METHOD = "softmax-1 " + EmbeddingModels.VERSION;

  private final Lesson lesson;
  private final int dimensions;
  private final float[] centroids;
  private final Softmax meaning;
  private final Softmax wording;

  private Learned(Lesson lesson, List<float[]> arrays) {
    int classes = lesson.classes().size();
    this.lesson = lesson;
    this.centroids = arrays.get(0);
    this.dimensions = centroids.length / classes;
    this.meaning = new Softmax(classes, dimensions, arrays.get(1));
    this.wording =
        arrays.size() > 2 ? new Softmax(classes, Ngrams.DIMENSIONS, arrays.get(2)) : null;
  }

  /**
   * Learns, or takes up what was learned before from the same examples.
   *
   * @param name of the lesson in the store
   * @param wording whether n-grams are looked at too
   */
  public static Learned of(
      String name, Lesson lesson, boolean wording, Embedder embedder, WeightStore store) {
    String digest = lesson.digest(METHOD + " " + wording);
    return new Learned(
        lesson,
        store.fetch(
            name + "-" + lesson.language(), digest, () -> learn(lesson, wording, embedder)));
  }

  /** The probability of each class in the lesson's order. */
  public double[] probabilities(String text, Embedding embedding) {
    double[] probabilities = meaning.probabilities(Features.of(embedding.vector(), SCALE));
    if (wording != null) {
      Features ngrams = Ngrams.of(text, lesson.language(), NGRAM_SCALE);
      double[] second = wording.probabilities(ngrams);
      // Their geometric mean: what either finds impossible is unlikely (Hinton's product of
      // experts). Against the arithmetic mean it ranked displeased turns .90 to .89 by AUROC.
      double sum = 0;
      for (int c = 0; c < probabilities.length; c++) {
        probabilities[c] = Math.sqrt(probabilities[c] * second[c]);
        sum += probabilities[c];
      }
      for (int c = 0; c < probabilities.length; c++) {
        probabilities[c] /= sum;
      }
    }
    return probabilities;
  }

  /** The cosine of a meaning to the middle of a class: how much it is like any of its examples. */
  public double closeness(Embedding embedding, int label) {
    double sum = 0;
    for (int i = 0; i < dimensions; i++) {
      sum += centroids[label * dimensions + i] * embedding.vector()[i];
    }
    return sum;
  }

  public String name(int label) {
    return lesson.classes().get(label).name();
  }

  private static List<float[]> learn(Lesson lesson, boolean wording, Embedder embedder) {
    List<Lesson.Labelled> examples = lesson.labelled();
    int classes = lesson.classes().size();
    List<float[]> vectors =
        examples.parallelStream()
            .map(example -> embedder.embed(example.text(), lesson.language()).vector())
            .toList();
    List<Features> dense = vectors.stream().map(vector -> Features.of(vector, SCALE)).toList();
    int dimensions = vectors.get(0).length;
    List<float[]> arrays = new ArrayList<>();
    arrays.add(middles(examples, vectors, classes));
    arrays.add(fit(lesson, examples, dense, dimensions, EPOCHS, SHRINKAGE));
    if (wording) {
      List<Features> sparse =
          examples.stream()
              .map(example -> Ngrams.of(example.text(), lesson.language(), NGRAM_SCALE))
              .toList();
      arrays.add(fit(lesson, examples, sparse, Ngrams.DIMENSIONS, NGRAM_EPOCHS, NGRAM_SHRINKAGE));
    }
    return arrays;
  }

  private static float[] fit(
      Lesson lesson,
      List<Lesson.Labelled> examples,
      List<Features> features,
      int dimensions,
      int epochs,
      double shrinkage) {
    List<SoftmaxTrainer.Example> weighed = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      int label = examples.get(i).label();
      // Every class counts alike, however many examples somebody wrote for it.
      double share = (double) examples.size() / lesson.classes().size();
      double weight = share / lesson.classes().get(label).examples().size();
      weighed.add(new SoftmaxTrainer.Example(features.get(i), label, weight));
    }
    int classes = lesson.classes().size();
    return SoftmaxTrainer.fit(weighed, classes, dimensions, epochs, shrinkage).weights();
  }

  private static float[] middles(
      List<Lesson.Labelled> examples, List<float[]> vectors, int classes) {
    int dimensions = vectors.get(0).length;
    float[] middles = new float[classes * dimensions];
    for (int e = 0; e < examples.size(); e++) {
      int row = examples.get(e).label() * dimensions;
      for (int i = 0; i < dimensions; i++) {
        middles[row + i] += vectors.get(e)[i];
      }
    }
    for (int c = 0; c < classes; c++) {
      normalise(middles, c * dimensions, dimensions);
    }
    return middles;
  }

  static void normalise(float[] rows, int from, int dimensions) {
    double squares = 0;
    for (int i = from; i < from + dimensions; i++) {
      squares += rows[i] * rows[i];
    }
    float scale = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
    for (int i = from; i < from + dimensions; i++) {
      rows[i] *= scale;
    }
  }
}
