package io.earshot.asr.redaction;

/**
 * A stretch of one sound track that nobody may hear.
 *
 * @param audioChannel the track, from 0, the channels of all files counted in order
 * @param startMs milliseconds from the start of the call
 * @param endMs milliseconds, not before {@code startMs}
 */
public record Silence(int audioChannel, long startMs, long endMs) {

  public Silence {
    if (audioChannel < 0 || startMs < 0 || endMs < startMs) {
      throw new IllegalArgumentException(
          "No silence: track %d, %d to %d ms".formatted(audioChannel, startMs, endMs));
    }
  }

  Silence widened(long beforeMs, long afterMs) {
    return new Silence(audioChannel, Math.max(0, startMs - beforeMs), endMs + afterMs);
  }
}
