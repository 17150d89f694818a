package io.earshot.asr.engine;

import java.util.List;
import java.util.Optional;

/** A loaded model that recognizers come from. Thread-safe; close it after its recognizers. */
public interface SpeechEngine extends AutoCloseable {
  /** What a recognizer of few words says in place of every other. */
  String OTHER_WORD = "[unk]";

  /** A recognizer of its own for one thread. */
  Recognizer newRecognizer();

  /**
   * A recognizer that knows only these words, and takes all others for {@link #OTHER_WORD}. Quick:
   * the search is small. Hears nothing with a model that can't be narrowed to them.
   */
  Recognizer newRecognizer(List<String> words);

  /**
   * What tells voices by vectors; empty when no speaker model is installed, or the speech model
   * can't work with one.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when the speaker model
   *     can't be loaded
   */
  default Optional<VoiceVectors> voices() {
    return Optional.empty();
  }

  @Override
  void close();
}
