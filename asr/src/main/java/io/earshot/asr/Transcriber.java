package io.earshot.asr;

import io.earshot.conversation.CheckResult;

/**
 * Turns recordings into transcripts. Thread-safe: calls may be transcribed side by side. The same
 * recording gives the same turns on every run, whatever else runs: words, times, confidences and
 * voice. Doubtful words have up to three alternatives.
 */
public interface Transcriber extends AutoCloseable {

  /**
   * Transcribes one recording; returns when all of it is done.
   *
   * @throws io.earshot.conversation.EarshotException of kind BAD_INPUT when the files hold no sound
   *     that can be decoded, MISCONFIGURED when there is no model for the language, UNAVAILABLE
   *     when the thread is interrupted or the transcriber is closed meanwhile
   */
  Transcript transcribe(Recording recording, Progress progress);

  /** Whether the models are there, without loading them. */
  CheckResult check();

  /** Ends what is going on and frees the models; again is harmless. */
  @Override
  void close();
}
