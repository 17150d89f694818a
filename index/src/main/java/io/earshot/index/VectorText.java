package io.earshot.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.earshot.conversation.Embedding;
import java.io.IOException;

/** Writes vectors as JSON arrays, quickly and short. */
final class VectorText {
  /**
   * Four decimals move a cosine by less than 0.0001, and are half as much to send and to parse as a
   * float's full digits.
   */
  private static final int SCALE = 10_000;

  /** Nothing that a model gives is as large; what is, takes the slow way. */
  private static final int LARGEST = 1000;

  /** Sign, three digits, the point, four digits, the comma. */
  private static final int MOST_CHARACTERS = 10;

  private final char[] text;
  private int length;

  private VectorText(int values) {
    this.text = new char[values * MOST_CHARACTERS + 2];
  }

  /** Writes the next value of an object or array. */
  static void write(float[] vector, JsonGenerator json) throws IOException {
    for (float value : vector) {
      if (!(Math.abs(value) < LARGEST)) {
        json.writeArray(doubles(vector), 0, vector.length);
        return;
      }
    }
    VectorText text = new VectorText(vector.length).of(vector);
    json.writeRawValue(text.text, 0, text.length);
  }

  private static double[] doubles(float[] vector) {
    double[] doubles = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      doubles[i] = vector[i];
    }
    return doubles;
  }

  private VectorText of(float[] vector) {
    text[length++] = '[';
    for (int i = 0; i < vector.length; i++) {
      if (i > 0) {
        text[length++] = ',';
      }
      append(vector[i]);
    }
    text[length++] = ']';
    return this;
  }

  /** A vector without direction has no cosine to anything, and the index refuses it. */
  static boolean hasDirection(Embedding embedding) {
    double square = 0;
    for (float value : embedding.vector()) {
      square += value * value;
    }
    return square > 1e-6 && Double.isFinite(square);
  }

  // Into an array and not a builder: a vector has hundreds of values, and a turn has a vector.
  private void append(float value) {
    int scaled = Math.round(value * SCALE);
    if (scaled < 0) {
      text[length++] = '-';
      scaled = -scaled;
    }
    int whole = scaled / SCALE;
    for (int unit = whole < 10 ? 1 : whole < 100 ? 10 : 100; unit > 0; unit /= 10) {
      text[length++] = (char) ('0' + whole / unit % 10);
    }
    int fraction = scaled - whole * SCALE;
    if (fraction > 0) {
      text[length++] = '.';
      for (int unit = SCALE / 10; unit > 0 && fraction > 0; unit /= 10) {
        int digit = fraction / unit;
        text[length++] = (char) ('0' + digit);
        fraction -= digit * unit;
      }
    }
  }
}
