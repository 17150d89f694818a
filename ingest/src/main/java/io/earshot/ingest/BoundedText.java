package io.earshot.ingest;

/**
 * A text that may be looked at only so often: a pattern that would try for ever on a hostile name
 * ends with {@link TooMuch} instead.
 */
record BoundedText(CharSequence text, int[] left) implements CharSequence {
  private static final int MOST_LOOKS = 200_000;

  /** A pattern took too long. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("too much work for a pattern", null, false, false);
    }
  }

  static BoundedText of(CharSequence text) {
    return new BoundedText(text, new int[] {MOST_LOOKS});
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooMuch();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
