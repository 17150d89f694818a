package io.earshot.analysis.embedding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vectors of texts seen lately: what was used longest ago goes first. Thread-safe. */
final class EmbeddingCache {
  /** Long texts don't come twice. */
  private static final int LONGEST_TEXT = 300;

  private final Map<String, float[]> vectors;

  EmbeddingCache(int most) {
    vectors =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<float[]> find(String text) {
    return Optional.ofNullable(vectors.get(text));
  }

  synchronized void keep(String text, float[] vector) {
    if (text.length() <= LONGEST_TEXT) {
      vectors.put(text, vector);
    }
  }
}
