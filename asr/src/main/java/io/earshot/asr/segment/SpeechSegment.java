package io.earshot.asr.segment;

/**
 * Stretches of one channel's speech, put together to be recognised in one go.
 *
 * @param samples at 16 kHz on the 16-bit scale; not to be changed
 * @param placement where they come from
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once; a copy of 1.5 MB would buy nothing.
public record SpeechSegment(float[] samples, Placement placement) {
  /** Samples per second that the acoustic models want. */
  public static final int SAMPLE_RATE = 16_000;
}
