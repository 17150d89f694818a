package io.earshot.analysis.intent;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.learning.Head;
import io.earshot.analysis.learning.Learned;
import io.earshot.analysis.learning.Lesson;
import io.earshot.analysis.learning.WeightStore;
import io.earshot.conversation.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intents by the vectors of the whole turn and, in a long one, of its sentences. */
public final class LearnedIntents implements IntentClassifier {
  private static final int MOST_PER_TURN = 3;

  /**
   * Flattens probabilities: in five-fold cross-validation over this project's own examples the bare
   * ones claimed .74 where .65 was right, these .68 where .70 was.
   */
  private static final double TEMPERATURE = 1.5;

  /** From the least closeness over this much more, confidence grows from half to whole. */
  private static final double CLOSENESS_RANGE = 0.12;

  private final IntentPack pack;
  private final Map<String, Learned> languages;
  private final Map<String, Double> leastCloseness;
  private final double leastProbability;
  private final Optional<Head> own;

  private LearnedIntents(
      IntentPack pack,
      Map<String, Learned> languages,
      Map<String, Double> leastCloseness,
      double leastProbability,
      Optional<Head> own) {
    this.pack = pack;
    this.languages = languages;
    this.leastCloseness = leastCloseness;
    this.leastProbability = leastProbability;
    this.own = own;
  }

  /**
   * Learns the pack's intents, or takes up what was learned before.
   *
   * @param leastCloseness by model name: a sentence further from the examples wants none of them
   * @param leastProbability below which an intent is not named
   */
  public static LearnedIntents learn(
      IntentPack pack,
      Embedder embedder,
      WeightStore store,
      Map<String, Double> leastCloseness,
      double leastProbability) {
    Map<String, Learned> languages = new HashMap<>();
    for (String language : leastCloseness.keySet()) {
      Lesson lesson = pack.lesson(language);
      if (!lesson.classes().isEmpty()) {
        languages.put(
            language, Learned.of("intents", lesson, Learned.Method.MEANING, embedder, store));
      }
    }
    return new LearnedIntents(
        pack, languages, Map.copyOf(leastCloseness), leastProbability, Optional.empty());
  }

  /** The same, but in the language of a head that a user trained, with the head's classes. */
  public LearnedIntents with(Head head) {
    return new LearnedIntents(pack, languages, leastCloseness, leastProbability, Optional.of(head));
  }

  @Override
  public List<IntentMatch> classify(Utterance utterance) {
    Map<String, IntentMatch> best = new HashMap<>();
    utterance
        .embedding()
        .ifPresent(meaning -> keepBest(matches(utterance, meaning, utterance.span()), best));
    for (Utterance.Sentence sentence : utterance.sentences()) {
      keepBest(matches(utterance, sentence.meaning(), sentence.span()), best);
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(IntentMatch::confidence)
                .reversed()
                .thenComparing(IntentMatch::name))
        .limit(MOST_PER_TURN)
        .toList();
  }

  @Override
  public boolean isCourtesy(Utterance utterance) {
    Learned learned =
        utterance.meaning() == null ? null : languages.get(utterance.meaning().model());
    if (learned == null) {
      return false;
    }
    double[] probabilities = learned.probabilities("", utterance.meaning());
    double idle = 0;
    for (int label = 0; label < probabilities.length; label++) {
      idle += probabilities[label] * (1 - weight(learned.name(label)));
    }
    return idle >= 0.5;
  }

  private double weight(String name) {
    return name.equals(IntentPack.NONE) ? 0 : pack.weight(name);
  }

  /** On equal terms the sentence wins over the whole turn: it is the better evidence. */
  private static void keepBest(List<IntentMatch> matches, Map<String, IntentMatch> best) {
    for (IntentMatch match : matches) {
      best.merge(
          match.name(), match, (old, now) -> now.confidence() >= old.confidence() ? now : old);
    }
  }

  private List<IntentMatch> matches(Utterance utterance, Embedding meaning, Span span) {
    return own.filter(head -> head.language().equals(meaning.model()))
        .map(head -> own(head, span.of(utterance.text()), meaning, span))
        .orElseGet(() -> match(meaning, span));
  }

  /** What a user's own head makes of it; its probabilities are calibrated already. */
  private List<IntentMatch> own(Head head, String text, Embedding meaning, Span span) {
    double[] probabilities = head.read(text, meaning, meaning).probabilities();
    List<IntentMatch> matches = new ArrayList<>();
    for (int label = 0; label < probabilities.length; label++) {
      if (probabilities[label] >= leastProbability) {
        String name = head.labels().get(label);
        confidence(probabilities[label], head.closeness(meaning, label), meaning.model())
            .ifPresent(sure -> matches.add(new IntentMatch(name, sure, span)));
      }
    }
    return matches;
  }

  /** Empty for what is too far from all examples. */
  private Optional<Double> confidence(double probability, double closeness, String model) {
    double over = closeness - leastCloseness.get(model);
    return over < 0
        ? Optional.empty()
        : Optional.of(probability * (0.5 + 0.5 * Math.min(1, over / CLOSENESS_RANGE)));
  }

  private List<IntentMatch> match(Embedding meaning, Span span) {
    List<IntentMatch> matches = new ArrayList<>();
    Learned learned = languages.get(meaning.model());
    if (learned == null) {
      return matches;
    }
    double[] probabilities = flattened(learned.probabilities("", meaning));
    for (int label = 0; label < probabilities.length; label++) {
      boolean named = !learned.name(label).equals(IntentPack.NONE);
      if (named && probabilities[label] >= leastProbability) {
        String name = learned.name(label);
        confidence(probabilities[label], learned.closeness(meaning, label), meaning.model())
            .ifPresent(sure -> matches.add(new IntentMatch(name, sure, span)));
      }
    }
    return matches;
  }

  private static double[] flattened(double[] probabilities) {
    double sum = 0;
    for (int label = 0; label < probabilities.length; label++) {
      probabilities[label] = Math.pow(probabilities[label], 1 / TEMPERATURE);
      sum += probabilities[label];
    }
    for (int label = 0; label < probabilities.length; label++) {
      probabilities[label] /= sum;
    }
    return probabilities;
  }
}
