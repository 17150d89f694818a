package io.earshot.conversation;

/**
 * A text's meaning as a vector. Only vectors of one model can be compared.
 *
 * @param model short name of the model that made it, such as {@code zh} or {@code en}; also the
 *     suffix of the index field that holds it
 * @param vector of unit length; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by similarity, never by equals
public record Embedding(String model, float[] vector) {

  /** The cosine of two unit vectors of the same model, -1 to 1. */
  public double cosine(Embedding other) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * other.vector[i];
    }
    return sum;
  }

  @Override
  public String toString() {
    return "Embedding[%s, %d dimensions]".formatted(model, vector.length);
  }
}
