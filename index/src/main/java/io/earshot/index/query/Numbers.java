package io.earshot.index.query;

/** Reads the small numbers of operators. */
final class Numbers {
  private static final int MOST_DIGITS = 6;

  private Numbers() {}

  /** The number, or 0 when it is not between 1 and the largest. */
  static int upTo(int largest, String digits) {
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int number = Integer.parseInt(digits);
    return number <= largest ? number : 0;
  }
}
