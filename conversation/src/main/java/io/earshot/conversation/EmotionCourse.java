package io.earshot.conversation;

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
 */
public record EmotionCourse(
    String label, double valence, double start, double lowest, double end, double peakEnd) {

  /** The course of a conversation in which no customer speaks. */
  public static final EmotionCourse NONE = new EmotionCourse("neutral", 0, 0, 0, 0, 0);
}
