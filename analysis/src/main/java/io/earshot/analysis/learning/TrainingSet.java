package io.earshot.analysis.learning;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Samples as witnesses see them, and witnesses fitted to some of them. Behind the samples stand the
 * labels' own words, which are learned but never judged.
 */
final class TrainingSet {
  private static final float SCALE = 10;
  private static final float NGRAM_SCALE = 6;
  private static final double NGRAM_SHRINKAGE = 0.001;
  private static final int STEPS = 60;
  private static final int NGRAM_STEPS = 40;

  /** Of 1 and 2 the better one on Bitext and BANKING77. */
  private static final double LABEL_WEIGHT = 2;

  private final List<String> labels;
  private final String language;
  private final Recipe recipe;
  private final int size;
  private final int[] gold;
  private final List<String> groups;
  private final List<Panel.View> views;

  TrainingSet(List<Sample> samples, String language, Recipe recipe, Embedder embedder) {
    this.labels = samples.stream().map(Sample::label).distinct().sorted().toList();
    if (labels.size() < 2) {
      throw EarshotException.badInput(
          "There is only one class to learn, or none; at least two labels are needed");
    }
    this.language = language;
    this.recipe = recipe;
    this.size = samples.size();
    this.groups = samples.stream().map(Sample::group).toList();
    List<Sample> all = new ArrayList<>(samples);
    if (recipe.subject()) {
      labels.forEach(
          label ->
              LabelWords.of(label, language).ifPresent(text -> all.add(Sample.of(text, label))));
    }
    this.gold = all.stream().mapToInt(sample -> labels.indexOf(sample.label())).toArray();
    this.views =
        all.parallelStream().map(sample -> view(sample, language, recipe, embedder)).toList();
  }

  private static Panel.View view(Sample sample, String language, Recipe recipe, Embedder embedder) {
    Embedding meant = embedder.embed(sample.text(), language);
    Embedding inContext =
        recipe.context() ? embedder.embed(ContextText.of(sample), language) : meant;
    return view(sample.text(), language, recipe, meant, inContext);
  }

  static Panel.View view(
      String text, String language, Recipe recipe, Embedding meant, Embedding inContext) {
    Features meaning =
        recipe.context()
            ? Features.of(meant.vector(), inContext.vector(), SCALE)
            : Features.of(meant.vector(), SCALE);
    Features wording = recipe.wording() ? Ngrams.of(text, language, NGRAM_SCALE) : meaning;
    return new Panel.View(meaning, wording, meant.vector());
  }

  List<String> labels() {
    return labels;
  }

  /** How many samples there are, the labels' words not counted. */
  int size() {
    return size;
  }

  int gold(int sample) {
    return gold[sample];
  }

  /** What each sample belongs to, such as a conversation; empty where it stands alone. */
  List<String> groups() {
    return groups;
  }

  Panel.View view(int sample) {
    return views.get(sample);
  }

  /** Witnesses that know all samples but some. */
  Panel panel(int[] without, double shrinkage) {
    int[] known =
        IntStream.range(0, gold.length).filter(i -> Arrays.binarySearch(without, i) < 0).toArray();
    int dimensions = views.get(0).meant().length * (recipe.context() ? 2 : 1);
    return new Panel(
        fit(known, Panel.View::meaning, dimensions, shrinkage, STEPS),
        recipe.wording()
            ? Optional.of(
                fit(known, Panel.View::wording, Ngrams.DIMENSIONS, NGRAM_SHRINKAGE, NGRAM_STEPS))
            : Optional.empty(),
        recipe.subject() && gold.length <= Neighbours.MOST
            ? Optional.of(neighbours(known))
            : Optional.empty());
  }

  private Softmax fit(
      int[] known,
      Function<Panel.View, Features> part,
      int dimensions,
      double shrinkage,
      int steps) {
    List<SoftmaxTrainer.Example> examples =
        Arrays.stream(known)
            .mapToObj(
                i ->
                    new SoftmaxTrainer.Example(
                        part.apply(views.get(i)), gold[i], i < size ? 1 : LABEL_WEIGHT))
            .toList();
    return SoftmaxLoss.fit(examples, labels.size(), dimensions, shrinkage, steps);
  }

  private Neighbours neighbours(int[] known) {
    return Neighbours.of(
        labels.size(),
        Arrays.stream(known).mapToObj(i -> views.get(i).meant()).toList(),
        Arrays.stream(known).map(i -> gold[i]).toArray());
  }

  /** The middle of each class's meanings, of unit length, class by class. */
  float[] middles() {
    int dimensions = views.get(0).meant().length;
    float[] middles = new float[labels.size() * dimensions];
    for (int sample = 0; sample < size; sample++) {
      for (int i = 0; i < dimensions; i++) {
        middles[gold[sample] * dimensions + i] += views.get(sample).meant()[i];
      }
    }
    for (int c = 0; c < labels.size(); c++) {
      Learned.normalise(middles, c * dimensions, dimensions);
    }
    return middles;
  }

  String language() {
    return language;
  }

  Recipe recipe() {
    return recipe;
  }
}
