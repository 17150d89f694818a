package io.earshot.analysis.redaction;

/**
 * A text that lets a pattern look at it so many times and no more: an operator's pattern may go
 * back over what it took again and again.
 */
final class PatientText implements CharSequence {
  private static final long LOOKS_PER_CHARACTER = 2_000;
  private static final long LEAST_LOOKS = 100_000;

  private final CharSequence text;
  private long left;

  PatientText(CharSequence text) {
    this.text = text;
    this.left = Math.max(LEAST_LOOKS, text.length() * LOOKS_PER_CHARACTER);
  }

  /** The pattern looked too often. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("A pattern takes too long", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
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
