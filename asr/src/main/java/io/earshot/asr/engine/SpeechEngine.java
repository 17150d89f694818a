package io.earshot.asr.engine;

import java.util.List;

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

  @Override
  void close();
}
