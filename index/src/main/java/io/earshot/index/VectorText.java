package io.earshot.index;

import io.earshot.conversation.Embedding;

/** Writes vectors as JSON arrays, quickly and short. */
final class VectorText {
  /**
   * Four decimals move a cosine by less than 0.0001, and are half as much to send and to parse as a
   * float's full digits.
   */
  private static final int SCALE = 10_000;

  private static final int LARGEST = 1000;

  private VectorText() {}

  static String of(float[] vector) {
    StringBuilder text = new StringBuilder(vector.length * 10 + 2).append('[');
    for (int i = 0; i < vector.length; i++) {
      if (i > 0) {
        text.append(',');
      }
      append(text, vector[i]);
    }
    return text.append(']').toString();
  }

  /** A vector without direction has no cosine to anything, and the index refuses it. */
  static boolean hasDirection(Embedding embedding) {
    double square = 0;
    for (float value : embedding.vector()) {
      square += value * value;
    }
    return square > 1e-6 && Double.isFinite(square);
  }

  private static void append(StringBuilder text, float value) {
    if (Math.abs(value) >= LARGEST) {
      text.append(value);
      return;
    }
    int scaled = Math.round(value * SCALE);
    if (scaled < 0) {
      text.append('-');
      scaled = -scaled;
    }
    text.append(scaled / SCALE);
    int fraction = scaled % SCALE;
    if (fraction > 0) {
      text.append('.');
      for (int unit = SCALE / 10; unit > 0 && fraction > 0; unit /= 10) {
        text.append((char) ('0' + fraction / unit));
        fraction %= unit;
      }
    }
  }
}
