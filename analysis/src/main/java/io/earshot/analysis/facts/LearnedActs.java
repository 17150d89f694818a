package io.earshot.analysis.facts;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.language.Sentences;
import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.learning.Learned;
import io.earshot.analysis.learning.Lesson;
import io.earshot.analysis.learning.WeightStore;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Acts by meaning and wording, each speaker's apart: the same words are a request from one and an
 * offer from the other. Thread-safe.
 */
final class LearnedActs {
  private static final double LEAST_PROBABILITY = 0.34;

  /** Where the first act is as sure as this there is no second in the same sentence. */
  private static final double SURE = 0.6;

  private static final double SECOND = 0.27;

  /** From here on a sentence's wording and its turn's meaning agree well enough. */
  private static final double CLEAR = 0.42;

  /** An act found by its words alone. */
  private static final double BY_WORDS = 0.75;

  /** Whose act it is is less sure where the speaker is not known. */
  private static final double UNKNOWN_SPEAKER = 0.8;

  private static final int MOST_SENTENCES = 8;
  private static final int MOST_PER_TURN = 6;

  private final Map<String, Learned> lessons;
  private final Embedder embedder;

  private LearnedActs(Map<String, Learned> lessons, Embedder embedder) {
    this.lessons = lessons;
    this.embedder = embedder;
  }

  /** Learns the pack's acts, or takes up what was learned before. */
  static LearnedActs learn(ActPack pack, Embedder embedder, WeightStore store) {
    Map<String, Learned> lessons = new HashMap<>();
    for (Speaker speaker : List.of(Speaker.AGENT, Speaker.CUSTOMER)) {
      for (String language : List.of("en", "zh")) {
        Lesson lesson = pack.lesson(speaker, language);
        if (lesson.classes().size() > 1) {
          String name = "acts-" + speaker.code();
          lessons.put(
              key(speaker, language),
              Learned.of(name, lesson, Learned.Method.MEAN, embedder, store));
        }
      }
    }
    return new LearnedActs(Map.copyOf(lessons), embedder);
  }

  private static String key(Speaker speaker, String model) {
    return speaker.code() + "-" + model;
  }

  /** The acts of a turn in order, each name once; none of a system's notice. */
  List<Act> of(Utterance utterance) {
    if (utterance.meaning() == null || utterance.turn().speaker() == Speaker.SYSTEM) {
      return List.of();
    }
    Map<String, Act> best = new HashMap<>();
    for (Utterance.Sentence sentence : sentences(utterance)) {
      for (Act act : acts(utterance, sentence)) {
        best.merge(act.name(), act, (a, b) -> b.confidence() > a.confidence() ? b : a);
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingInt((Act act) -> act.span().start())
                .thenComparing(Act::confidence, Comparator.reverseOrder())
                .thenComparing(Act::name))
        .limit(MOST_PER_TURN)
        .toList();
  }

  /**
   * The turn's own sentences. Where they have no meaning of their own yet they get the turn's,
   * which costs nothing; {@link #acts} looks closer where that leaves doubt.
   */
  private static List<Utterance.Sentence> sentences(Utterance utterance) {
    if (!utterance.sentences().isEmpty()) {
      return utterance.sentences();
    }
    String text = solid(utterance);
    List<Span> spoken =
        Sentences.of(text, utterance.language(), MOST_SENTENCES).stream()
            .filter(span -> hasWords(span.of(utterance.text())))
            .toList();
    if (spoken.size() < 2) {
      return List.of(new Utterance.Sentence(utterance.span(), utterance.meaning()));
    }
    return spoken.stream().map(span -> new Utterance.Sentence(span, utterance.meaning())).toList();
  }

  /** A mask or address inside a sentence does not end it, though it is blanked. */
  private static String solid(Utterance utterance) {
    String text = utterance.text();
    String said = utterance.turn().text();
    if (text.equals(said)) {
      return text;
    }
    StringBuilder solid = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && !Character.isWhitespace(said.charAt(i))) {
        solid.setCharAt(i, '_');
      }
    }
    return solid.toString();
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private List<Act> acts(Utterance utterance, Utterance.Sentence sentence) {
    return switch (utterance.turn().speaker()) {
      case AGENT, CUSTOMER -> acts(utterance, sentence, utterance.turn().speaker(), 1);
      case UNKNOWN -> {
        List<Act> both = new ArrayList<>();
        both.addAll(acts(utterance, sentence, Speaker.AGENT, UNKNOWN_SPEAKER));
        both.addAll(acts(utterance, sentence, Speaker.CUSTOMER, UNKNOWN_SPEAKER));
        yield both.stream().max(Comparator.comparingDouble(Act::confidence)).stream().toList();
      }
      case SYSTEM -> List.of();
    };
  }

  private List<Act> acts(
      Utterance utterance, Utterance.Sentence sentence, Speaker speaker, double share) {
    Learned learned = lessons.get(key(speaker, sentence.meaning().model()));
    if (learned == null) {
      return List.of();
    }
    String text = sentence.span().of(utterance.text());
    double[] probabilities = learned.probabilities(text, sentence.meaning());
    boolean part =
        sentence.meaning() == utterance.meaning() && !sentence.span().equals(utterance.span());
    if (part && highest(probabilities) < CLEAR) {
      Embedding own = embedder.embed(text, utterance.meaning().model());
      probabilities = learned.probabilities(text, own);
    }
    List<Act> acts = named(learned, probabilities, utterance, sentence, speaker, share);
    addSpoken(utterance, sentence, speaker, share, acts);
    return acts;
  }

  private static double highest(double[] probabilities) {
    return Arrays.stream(probabilities).max().orElse(0);
  }

  private static List<Act> named(
      Learned learned,
      double[] probabilities,
      Utterance utterance,
      Utterance.Sentence sentence,
      Speaker speaker,
      double share) {
    List<Act> acts = new ArrayList<>();
    String text = sentence.span().of(utterance.text());
    double highest = highest(probabilities);
    for (int label = 0; label < probabilities.length; label++) {
      String name = learned.name(label);
      double confidence = Cues.weighed(name, text, probabilities[label]);
      boolean first = probabilities[label] == highest;
      double least = first ? LEAST_PROBABILITY : highest < SURE ? SECOND : 1;
      if (!name.equals(ActPack.NONE) && confidence >= least) {
        acts.add(act(utterance, sentence, speaker, name, confidence * share));
      }
    }
    return acts;
  }

  /** These are often half a sentence that is mostly about something else. */
  private static void addSpoken(
      Utterance utterance,
      Utterance.Sentence sentence,
      Speaker speaker,
      double share,
      List<Act> acts) {
    String text = sentence.span().of(utterance.text());
    Set<String> spoken = new LinkedHashSet<>();
    if (speaker == Speaker.AGENT && Cues.regrets(text)) {
      spoken.add(Act.APOLOGY);
    }
    if (speaker == Speaker.AGENT && Cues.understands(text)) {
      spoken.add(Act.EMPATHY);
    }
    if (speaker == Speaker.CUSTOMER && Cues.escalates(text)) {
      spoken.add(Act.ESCALATION);
    }
    acts.forEach(act -> spoken.remove(act.name()));
    spoken.forEach(name -> acts.add(act(utterance, sentence, speaker, name, BY_WORDS * share)));
  }

  private static Act act(
      Utterance utterance,
      Utterance.Sentence sentence,
      Speaker speaker,
      String name,
      double confidence) {
    return new Act(
        name,
        speaker,
        utterance.turn().index(),
        sentence.span(),
        sentence.span().of(utterance.text()),
        sentence.meaning(),
        Math.min(1, confidence));
  }
}
