package io.earshot.asr.engine;

import java.util.List;
import java.util.Optional;

/** A speaker model that tells voices by vectors. Thread-safe; of use while its engine is open. */
public interface VoiceVectors {

  /**
   * The vector of a stretch of speech; empty when there is too little of it. Depends on nothing but
   * the stretch and the model.
   *
   * @param samples at 16 kHz on the 16-bit scale; not changed
   * @param words that were heard in it, by which speech is told from silence
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when the speaker model
   *     can't be loaded
   */
  Optional<VoiceVector> of(float[] samples, List<String> words);
}
