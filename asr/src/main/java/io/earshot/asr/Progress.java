package io.earshot.asr;

/** Is told how far a transcription is. Called from the transcribing thread; must return at once. */
@FunctionalInterface
public interface Progress {
  /** For callers that don't care. */
  Progress NONE = (audioMs, totalMs) -> {};

  /**
   * Sound was recognised.
   *
   * @param audioMs of the recording so far, summed over its files
   * @param totalMs of all files; 0 when it can't be told before the end
   */
  void heard(long audioMs, long totalMs);
}
