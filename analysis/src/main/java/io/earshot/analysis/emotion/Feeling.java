package io.earshot.analysis.emotion;

import io.earshot.analysis.language.Span;
import java.util.Map;

/**
 * What a turn expresses.
 *
 * @param label the emotion, "neutral" where none shows
 * @param confidence 0 to 1, the label's probability
 * @param valence -1 to 1, the expectation over all emotions
 * @param probabilities of each emotion by name
 * @param evidence the words it rests on
 */
public record Feeling(
    String label,
    double confidence,
    double valence,
    Map<String, Double> probabilities,
    Span evidence) {

  public static final String NEUTRAL = "neutral";

  public Feeling {
    probabilities = Map.copyOf(probabilities);
  }

  public boolean isNeutral() {
    return label.equals(NEUTRAL);
  }

  /** Nothing said, nothing shown. */
  static Feeling none(Span span) {
    return new Feeling(NEUTRAL, 1, 0, Map.of(NEUTRAL, 1.0), span);
  }
}
