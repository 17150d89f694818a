package io.earshot.conversation;

/**
 * A predicted answer to "how satisfied were you", with how far off it may be.
 *
 * @param stars 1 (very dissatisfied) to 5 (very satisfied)
 * @param low lower end of the range that holds the answer of four in five customers
 * @param high upper end of that range
 */
public record Satisfaction(double stars, double low, double high) {

  /** What can be said of a customer who said nothing: anything. */
  public static final Satisfaction UNKNOWN = new Satisfaction(3, 1, 5);
}
