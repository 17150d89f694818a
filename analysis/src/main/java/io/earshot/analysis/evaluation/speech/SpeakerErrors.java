package io.earshot.analysis.evaluation.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who said what: how many words are put down to the wrong speaker.
 *
 * <p>Words are aligned with those of the reference; words that only one side has say nothing about
 * speakers and don't count. Each speaker found is taken for one of the reference's, no two for the
 * same, in the way that leaves fewest errors (word diarization error rate: Shafey et al., 2019). A
 * word whose speaker is not known counts as wrong.
 *
 * @param words aligned words
 * @param wrong of these on the wrong speaker, or on none
 * @param unknown of these on none
 * @param wrongRole of these on another speaker than the reference names, taken literally
 */
public record SpeakerErrors(int words, int wrong, int unknown, int wrongRole) {
  public static final SpeakerErrors NONE = new SpeakerErrors(0, 0, 0, 0);

  /** The name of a speaker who is not known. */
  public static final String UNKNOWN = "unknown";

  private static final int MOST_SPEAKERS = 8;

  /** A word and who said it. */
  public record Said(String word, String speaker) {}

  public static SpeakerErrors of(List<Said> reference, List<Said> heard) {
    Alignment alignment =
        Alignment.of(
            reference.stream().map(Said::word).toList(), heard.stream().map(Said::word).toList());
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    int words = 0;
    int unknown = 0;
    int rightRole = 0;
    for (Alignment.Pair pair : alignment.pairs()) {
      if (pair.aligned()) {
        String truth = reference.get(pair.reference()).speaker();
        String found = heard.get(pair.heard()).speaker();
        words++;
        unknown += found.equals(UNKNOWN) ? 1 : 0;
        rightRole += found.equals(truth) ? 1 : 0;
        if (!found.equals(UNKNOWN)) {
          counts.computeIfAbsent(found, key -> new HashMap<>()).merge(truth, 1, Integer::sum);
        }
      }
    }
    int right = mostRight(loudest(counts), new HashSet<>(), counts);
    return new SpeakerErrors(words, words - right, unknown, words - rightRole);
  }

  /** Those with most words; more speakers than eight are nobody's second party. */
  private static List<String> loudest(Map<String, Map<String, Integer>> counts) {
    return new TreeSet<>(counts.keySet())
        .stream()
            .sorted((a, b) -> Integer.compare(total(counts.get(b)), total(counts.get(a))))
            .limit(MOST_SPEAKERS)
            .toList();
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Tries every way to name the speakers found. */
  private static int mostRight(
      List<String> found, Set<String> taken, Map<String, Map<String, Integer>> counts) {
    if (found.isEmpty()) {
      return 0;
    }
    List<String> rest = found.subList(1, found.size());
    int best = mostRight(rest, taken, counts);
    for (Map.Entry<String, Integer> one : new ArrayList<>(counts.get(found.get(0)).entrySet())) {
      if (taken.add(one.getKey())) {
        best = Math.max(best, one.getValue() + mostRight(rest, taken, counts));
        taken.remove(one.getKey());
      }
    }
    return best;
  }

  public SpeakerErrors plus(SpeakerErrors other) {
    return new SpeakerErrors(
        words + other.words,
        wrong + other.wrong,
        unknown + other.unknown,
        wrongRole + other.wrongRole);
  }

  /** The share of aligned words on the wrong speaker. */
  public double rate() {
    return (double) wrong / Math.max(1, words);
  }

  /** The share of aligned words on another role than the reference's. */
  public double roleRate() {
    return (double) wrongRole / Math.max(1, words);
  }
}
