package io.earshot.analysis.embedding;

import io.earshot.conversation.Embedding;

/**
 * Gives texts their meaning as a vector of unit length. The same text and language give the same
 * vector, bit for bit, in any thread. Any text is taken, an empty one too; of a very long one the
 * beginning counts.
 */
public interface Embedder {

  /**
   * The meaning of a text.
   *
   * @param language BCP 47 tag; "zh" goes to the Chinese model, all else to the English one
   */
  Embedding embed(String text, String language);
}
