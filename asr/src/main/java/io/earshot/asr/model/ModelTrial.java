package io.earshot.asr.model;

import java.nio.file.Path;

/** Finds out whether a model does its work, before anybody relies on it. */
public interface ModelTrial {

  /**
   * What came of it.
   *
   * @param words that were heard in the clip; 0 for speaker models
   * @param clip whether there is a clip in the model's language, so that words are to be expected
   */
  record Result(int words, boolean clip) {}

  /**
   * Tries a model on a short clip of speech.
   *
   * @param folder of the model as its makers wrote it
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when the model can't be
   *     used
   */
  Result of(Path folder, ModelKind kind, String language);
}
