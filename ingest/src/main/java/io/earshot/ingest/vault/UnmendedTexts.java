package io.earshot.ingest.vault;

import java.util.Map;

/**
 * Messages as they came, of a conversation in which some had to be mended.
 *
 * @param texts by the indexes of their turns
 */
record UnmendedTexts(Map<Integer, String> texts) {
  UnmendedTexts {
    texts = Map.copyOf(texts);
  }

  @Override
  public String toString() {
    return "UnmendedTexts[%d]".formatted(texts.size());
  }
}
