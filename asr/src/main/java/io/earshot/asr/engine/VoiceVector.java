package io.earshot.asr.engine;

import java.util.Optional;

/**
 * What a speaker model makes of a voice: a direction in a space of many dimensions, in which one
 * speaker's lie near each other (x-vectors: Snyder et al., "X-vectors: robust DNN embeddings for
 * speaker recognition", ICASSP 2018). Immutable and of unit length.
 */
public final class VoiceVector {
  // Published models give 128 to 512 values; what is far off is no vector.
  private static final int LEAST_SIZE = 16;
  private static final int MOST_SIZE = 1024;
  private static final double LEAST_LENGTH = 1e-6;

  private final float[] values;

  private VoiceVector(float[] values) {
    this.values = values;
  }

  /** The direction of some values; empty when they have none, or can't be a model's. */
  public static Optional<VoiceVector> of(double... values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    // Also false for what is not a number.
    boolean sound = length >= LEAST_LENGTH && length < Float.MAX_VALUE;
    if (!sound || values.length < LEAST_SIZE || values.length > MOST_SIZE) {
      return Optional.empty();
    }
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return Optional.of(new VoiceVector(unit));
  }

  /** How many dimensions it has. */
  public int size() {
    return values.length;
  }

  /** Its part along one dimension. */
  public double at(int dimension) {
    return values[dimension];
  }
}
