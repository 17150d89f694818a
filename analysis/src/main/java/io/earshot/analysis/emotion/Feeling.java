package io.earshot.analysis.emotion;

import io.earshot.analysis.language.Span;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a turn expresses.
 *
 * @param label the emotion, "neutral" where none shows
 * @param confidence 0 to 1, the label's probability
 * @param valence -1 to 1, the expectation over all emotions
 * @param displeasure 0 to 1, the probability of the unpleasant emotions in this turn alone, with a
 *     part of that of calm refusals
 * @param arousal -1 to 1, from words and voice together
 * @param parts how each of the two sees it
 * @param probabilities of each emotion by name
 * @param evidence the words it rests on
 */
public record Feeling(
    String label,
    double confidence,
    double valence,
    double displeasure,
    double arousal,
    Parts parts,
    Map<String, Double> probabilities,
    Span evidence) {

  /**
   * What words and voice say each on their own.
   *
   * @param words arousal that the words express, -1 to 1
   * @param voice arousal that the voice shows against the speaker's own manner in this call, -1 to
   *     1; empty where nothing was heard
   */
  public record Parts(double words, OptionalDouble voice) {}

  public static final String NEUTRAL = "neutral";

  public Feeling {
    probabilities = Map.copyOf(probabilities);
  }

  public boolean isNeutral() {
    return label.equals(NEUTRAL);
  }

  /** Nothing said, nothing shown. */
  static Feeling none(Span span) {
    return new Feeling(
        NEUTRAL, 1, 0, 0, 0, new Parts(0, OptionalDouble.empty()), Map.of(NEUTRAL, 1.0), span);
  }
}
