package io.earshot.asr.engine;

/** A loaded model that recognizers come from. Thread-safe; close it after its recognizers. */
public interface SpeechEngine extends AutoCloseable {

  /** A recognizer of its own for one thread. */
  Recognizer newRecognizer();

  @Override
  void close();
}
