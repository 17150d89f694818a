package io.earshot.analysis.redaction.finding;

/**
 * A part of a text that is personal data.
 *
 * @param type what it is, in lower case: a {@link DataKind#code()} or the name of an operator's own
 *     type
 * @param start first character, in the text as it was given
 * @param end character after the last, after {@code start}
 * @param confidence 0 to 1, how sure it is
 */
public record Disclosure(String type, int start, int end, double confidence) {

  public Disclosure {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("A finding from %d to %d".formatted(start, end));
    }
  }

  public static Disclosure of(DataKind kind, int start, int end, double confidence) {
    return new Disclosure(kind.code(), start, end, confidence);
  }

  public boolean overlaps(Disclosure other) {
    return start < other.end && other.start < end;
  }

  public boolean is(DataKind kind) {
    return type.equals(kind.code());
  }
}
