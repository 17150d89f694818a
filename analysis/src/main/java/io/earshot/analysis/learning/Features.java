package io.earshot.analysis.learning;

/** A sparse vector: what a classifier sees of a text. Arrays are shared, not to be changed. */
final class Features {
  final int[] indices;
  final float[] values;

  Features(int[] indices, float[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** All of a dense vector, stretched by {@code scale}. */
  static Features of(float[] vector, float scale) {
    int[] indices = new int[vector.length];
    float[] values = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      indices[i] = i;
      values[i] = vector[i] * scale;
    }
    return new Features(indices, values);
  }
}
