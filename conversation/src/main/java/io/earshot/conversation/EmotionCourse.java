package io.earshot.conversation;

import java.util.Locale;

/**
 * How the customer's feeling went over the conversation. Valences are -1 to 1.
 *
 * @param label the emotion that marks the conversation
 * @param valence mean over the customer's turns
 * @param start at the beginning
 * @param lowest at the worst moment
 * @param end at the end
 * @param peakEnd mean of the most intense moment and the end, which is what people remember
 *     (Kahneman's peak-end rule)
 * @param arousal at the most worked-up moment, -1 to 1
 * @param shape the course in one word
 * @param satisfaction what the customer would probably answer when asked
 */
public record EmotionCourse(
    String label,
    double valence,
    double start,
    double lowest,
    double end,
    double peakEnd,
    double arousal,
    Shape shape,
    Satisfaction satisfaction) {

  /** The course of a conversation in which no customer speaks. */
  public static final EmotionCourse NONE =
      new EmotionCourse("neutral", 0, 0, 0, 0, 0, 0, Shape.STEADY, Satisfaction.UNKNOWN);

  /** A course in one word. */
  public enum Shape {
    /** No lasting change. */
    STEADY,
    /** From displeasure to something better. */
    RECOVERY,
    /** From calm to displeasure that lasts to the end. */
    ESCALATION,
    /** Displeased from the beginning to the end. */
    DISPLEASED,
    /** Better and better, without displeasure before. */
    BRIGHTENING;

    /** The name used in files and JSON: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
