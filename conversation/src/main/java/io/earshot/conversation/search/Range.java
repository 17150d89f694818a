package io.earshot.conversation.search;

/**
 * Numbers between two bounds, both included; infinite where a side is open.
 *
 * @param from lowest
 * @param to highest
 */
public record Range(double from, double to) {

  /** Any number. */
  public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
}
