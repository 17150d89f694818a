package io.earshot.analysis.testing;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.conversation.Embedding;
import java.util.Locale;
import java.util.Random;

/**
 * An embedder without a model: texts that share words or characters come out alike. Vectors have
 * the real models' names and sizes, unit length, and are the same on every machine.
 */
public final class FakeEmbedder implements Embedder {
  private static final int CHINESE_DIMENSIONS = 512;
  private static final int ENGLISH_DIMENSIONS = 384;

  @Override
  public Embedding embed(String text, String language) {
    if (language.startsWith("zh")) {
      return new Embedding("zh", sum(text.strip().split(""), CHINESE_DIMENSIONS));
    }
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+");
    return new Embedding("en", sum(words, ENGLISH_DIMENSIONS));
  }

  private static float[] sum(String[] pieces, int dimensions) {
    double[] sum = new double[dimensions];
    for (String piece : pieces) {
      Random random = new Random(piece.hashCode());
      for (int i = 0; i < dimensions; i++) {
        sum[i] += random.nextGaussian();
      }
    }
    return unit(sum);
  }

  private static float[] unit(double[] sum) {
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    float[] vector = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      vector[i] = (float) (sum[i] / Math.sqrt(squares));
    }
    return vector;
  }
}
