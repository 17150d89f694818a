package io.earshot.conversation.search;

/**
 * Which part of the results, in which order.
 *
 * @param order by what; equal ones newest first
 * @param descending whether the largest comes first
 * @param offset hits to skip
 * @param limit hits at most
 */
public record PageRequest(Order order, boolean descending, int offset, int limit) {

  /** By what results are put in order. */
  public enum Order {
    /** As the query ranks them: best first, whatever {@code descending} says. */
    RELEVANCE,
    STARTED_AT,
    SCORE,
    DURATION,
    VALENCE,
    AGENT
  }

  /** The newest ones. */
  public static PageRequest newest(int limit) {
    return new PageRequest(Order.STARTED_AT, true, 0, limit);
  }
}
