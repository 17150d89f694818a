package io.earshot.conversation.search;

/**
 * What many conversations come to. Means and shares are {@code NaN} where no conversation is behind
 * them.
 *
 * @param conversations how many
 * @param negativeShare of those marked by displeasure (their label has a negative valence)
 * @param score mean, 0 to 100
 * @param satisfaction mean of the predicted stars, 1 to 5
 * @param durationMs mean length in milliseconds, of those whose times are known
 * @param firstResponseMs mean time to the agent's first answer in milliseconds, of those where it
 *     is known
 * @param solvedShare of those of which it is known whether they were solved
 * @param escalationShare of those in which a supervisor was asked for, or the agent handed over
 * @param timed how many {@code durationMs} is the mean of
 * @param answered how many {@code firstResponseMs} is the mean of
 * @param judged how many {@code solvedShare} is the share of
 */
public record Figures(
    long conversations,
    double negativeShare,
    double score,
    double satisfaction,
    double durationMs,
    double firstResponseMs,
    double solvedShare,
    double escalationShare,
    long timed,
    long answered,
    long judged) {

  /** Of no conversations. */
  public static final Figures NONE =
      new Figures(
          0,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          0,
          0,
          0);
}
