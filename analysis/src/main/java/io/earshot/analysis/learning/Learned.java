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
  // For a dozen or two of examples a class: unit vectors times 10, 60 epochs, L2 1e-5.
  private static final float SCALE = 10;
  private static final int EPOCHS = 60;
  private static final double SHRINKAGE = 1e-5;
  private static final float NGRAM_SCALE = 6;
  private static final int NGRAM_EPOCHS = 25;
  private static final double NGRAM_SHRINKAGE = 1e-4;

  // For hundreds: L-BFGS to the lowest point. Weaker or stronger shrinkage ranked displeased turns
  // of real chats lower (AUROC .885 to .899, here .900).
  private static final int STEPS = 120;
  private static final int NGRAM_STEPS = 80;
  private static final double FIRM_SHRINKAGE = 1e-3;
  private static final double FREE_SHRINKAGE = 3e-5;

  // Chinese characters carry particles and mood; English words say less than the sentence. Of the
  // shares .5 and .7 these ranked dissatisfied turns best (Chinese .895, English .80 by AUROC).
  private static final double CHINESE_MEANING_SHARE = 0.5;
  private static final double MEANING_SHARE = 0.7;

  /** What a lesson is learned from. */
  public enum Method {
    /** The meaning of a sentence: enough for what is wanted. */
    MEANING,

    /** Meaning and wording, their probabilities averaged: for few examples a class. */
    MEAN,

    /**
     * Meaning and wording, their probabilities multiplied (Hinton's product of experts): for
     * hundreds of examples a class. What either finds impossible is unlikely.
     */
    PRODUCT;

    private String version() {
      return "%s-3 %s".formatted(name(), EmbeddingModels.VERSION);
    }
  }

  private final Lesson lesson;
  private final Method method;
  private final int dimensions;
  private final float[] centroids;
  private final Softmax meaning;
  private final Softmax wording;

  private Learned(Lesson lesson, Method method, List<float[]> arrays) {
    int classes = lesson.classes().size();
    this.lesson = lesson;
    this.method = method;
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
   */
  public static Learned of(
      String name, Lesson lesson, Method method, Embedder embedder, WeightStore store) {
    String digest = lesson.digest(method.version());
    return new Learned(
        lesson,
        method,
        store.fetch(name + "-" + lesson.language(), digest, () -> learn(lesson, method, embedder)));
  }

  /** The probability of each class in the lesson's order. */
  public double[] probabilities(String text, Embedding embedding) {
    double[] probabilities = meaning.probabilities(Features.of(embedding.vector(), SCALE));
    if (wording != null) {
      Features ngrams = Ngrams.of(text, lesson.language(), NGRAM_SCALE);
      double[] second = wording.probabilities(ngrams);
      if (method == Method.PRODUCT) {
        multiply(probabilities, second, meaningShare());
      } else {
        average(probabilities, second);
      }
    }
    return probabilities;
  }

  private static void average(double[] probabilities, double[] second) {
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = (probabilities[c] + second[c]) / 2;
    }
  }

  /** How much say meaning has in a product; the wording has the rest. */
  private double meaningShare() {
    return lesson.language().equals("zh") ? CHINESE_MEANING_SHARE : MEANING_SHARE;
  }

  private static void multiply(double[] probabilities, double[] second, double share) {
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = Math.pow(probabilities[c], share) * Math.pow(second[c], 1 - share);
      sum += probabilities[c];
    }
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] /= sum;
    }
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

  private static List<float[]> learn(Lesson lesson, Method method, Embedder embedder) {
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
    if (method == Method.PRODUCT) {
      arrays.add(
          lowest(lesson, weighed(lesson, examples, dense), dimensions, FIRM_SHRINKAGE, STEPS));
      arrays.add(
          lowest(
              lesson, wording(lesson, examples), Ngrams.DIMENSIONS, FREE_SHRINKAGE, NGRAM_STEPS));
      return arrays;
    }
    arrays.add(fit(lesson, weighed(lesson, examples, dense), dimensions, EPOCHS, SHRINKAGE));
    if (method == Method.MEAN) {
      arrays.add(
          fit(lesson, wording(lesson, examples), Ngrams.DIMENSIONS, NGRAM_EPOCHS, NGRAM_SHRINKAGE));
    }
    return arrays;
  }

  private static List<SoftmaxTrainer.Example> wording(
      Lesson lesson, List<Lesson.Labelled> examples) {
    List<Features> sparse =
        examples.stream()
            .map(example -> Ngrams.of(example.text(), lesson.language(), NGRAM_SCALE))
            .toList();
    return weighed(lesson, examples, sparse);
  }

  private static float[] fit(
      Lesson lesson,
      List<SoftmaxTrainer.Example> examples,
      int dimensions,
      int epochs,
      double shrinkage) {
    int classes = lesson.classes().size();
    return SoftmaxTrainer.fit(examples, classes, dimensions, epochs, shrinkage).weights();
  }

  private static float[] lowest(
      Lesson lesson,
      List<SoftmaxTrainer.Example> examples,
      int dimensions,
      double shrinkage,
      int steps) {
    int classes = lesson.classes().size();
    return SoftmaxLoss.fit(examples, classes, dimensions, shrinkage, steps).weights();
  }

  /** Every class counts alike, however many examples somebody wrote for it. */
  private static List<SoftmaxTrainer.Example> weighed(
      Lesson lesson, List<Lesson.Labelled> examples, List<Features> features) {
    List<SoftmaxTrainer.Example> weighed = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      int label = examples.get(i).label();
      double share = (double) examples.size() / lesson.classes().size();
      double weight = share / lesson.classes().get(label).examples().size();
      weighed.add(new SoftmaxTrainer.Example(features.get(i), label, weight));
    }
    return weighed;
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
