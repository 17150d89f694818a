package io.earshot.analysis.emotion;

import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How feelings went over a conversation, from those of the customer's turns. */
public final class FeelingCourse {
  private static final int MOST_AT_AN_END = 3;
  private static final String GRATITUDE = "gratitude";

  /**
   * Share of the turns a feeling has to mark, or one turn this strong, to mark the conversation.
   */
  private static final double LEAST_SHARE = 0.15;

  /** Half of what a turn of one plain feeling has. */
  private static final double CLEAR_IMPRESSION = 0.25;

  private static final double STRONG = 0.6;

  /** Half of what a turn of plain frustration has. */
  private static final double DISPLEASED = -0.25;

  /** Half of the way from calm to plain frustration or satisfaction. */
  private static final double LASTING_CHANGE = 0.3;

  /** Nearly every service conversation ends with a thank-you, angry ones too. */
  private static final double COURTESY = 0.5;

  private FeelingCourse() {}

  /**
   * The course of a conversation; {@link EmotionCourse#NONE} without any turn.
   *
   * @param feelings of the customer's turns in order
   * @param resolution what became of the matter: a part of what customers are satisfied with
   */
  public static EmotionCourse of(List<Feeling> feelings, Resolution resolution) {
    if (feelings.isEmpty()) {
      return EmotionCourse.NONE;
    }
    double[] valences = feelings.stream().mapToDouble(Feeling::valence).toArray();
    int count = valences.length;
    int ends = Math.min(MOST_AT_AN_END, (count + 2) / 3);
    double end = mean(valences, count - ends, count);
    double start = mean(valences, 0, ends);
    double lowest = lowest(valences);
    double peakEnd = (mostIntense(valences) + end) / 2;
    return new EmotionCourse(
        label(feelings, peakEnd),
        mean(valences, 0, count),
        start,
        lowest,
        end,
        peakEnd,
        feelings.stream().mapToDouble(Feeling::arousal).max().orElse(0),
        shape(start, lowest, end),
        SatisfactionForecast.of(feelings.size(), (peakEnd + end) / 2, resolution));
  }

  private static Shape shape(double start, double lowest, double end) {
    if (lowest <= DISPLEASED && end - lowest >= LASTING_CHANGE && end > DISPLEASED) {
      return Shape.RECOVERY;
    }
    if (start - end >= LASTING_CHANGE && end <= DISPLEASED) {
      return Shape.ESCALATION;
    }
    if (start <= DISPLEASED && end <= DISPLEASED) {
      return Shape.DISPLEASED;
    }
    return end - start >= LASTING_CHANGE ? Shape.BRIGHTENING : Shape.STEADY;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /** Smoothed by 1-2-1 weights, so that one misread turn is not the worst moment. */
  private static double lowest(double[] valences) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < valences.length; i++) {
      double before = valences[Math.max(0, i - 1)];
      double after = valences[Math.min(valences.length - 1, i + 1)];
      lowest = Math.min(lowest, (before + 2 * valences[i] + after) / 4);
    }
    return lowest;
  }

  private static double mostIntense(double[] valences) {
    double most = 0;
    for (double valence : valences) {
      most = Math.abs(valence) > Math.abs(most) ? valence : most;
    }
    return most;
  }

  /**
   * Feelings weigh by their strength: one burst of anger tells more than one thank-you. Where peak
   * and end leave a clear impression, a feeling of the other sign does not mark the conversation.
   */
  private static String label(List<Feeling> feelings, double peakEnd) {
    Map<String, Double> mass = new HashMap<>();
    Map<String, Double> sign = new HashMap<>();
    Map<String, Double> share = new HashMap<>();
    Map<String, Double> strongest = new HashMap<>();
    for (Feeling feeling : feelings) {
      if (!feeling.isNeutral()) {
        double strength = Math.abs(feeling.valence());
        double weight = feeling.label().equals(GRATITUDE) ? COURTESY : 1;
        mass.merge(feeling.label(), strength * weight, Double::sum);
        sign.merge(feeling.label(), feeling.valence(), Double::sum);
        share.merge(feeling.label(), 1.0 / feelings.size(), Double::sum);
        strongest.merge(feeling.label(), strength, Math::max);
      }
    }
    return mass.keySet().stream()
        .filter(
            name ->
                Math.abs(peakEnd) < CLEAR_IMPRESSION
                    || Math.signum(sign.get(name)) == Math.signum(peakEnd))
        .filter(name -> share.get(name) >= LEAST_SHARE || strongest.get(name) >= STRONG)
        .max(Comparator.<String>comparingDouble(mass::get).thenComparing(Comparator.naturalOrder()))
        .orElse(Feeling.NEUTRAL);
  }
}
