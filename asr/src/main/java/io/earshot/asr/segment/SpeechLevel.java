package io.earshot.asr.segment;

/**
 * How loud speech has lately been: jumps up with it and sinks slowly while nothing that loud comes.
 *
 * <p>The noise floor alone is not enough: on a line that is digitally silent between sentences,
 * breath and the other party's echo lie far above the floor and far below the voice.
 */
final class SpeechLevel {
  // Nothing heard yet: usual speech is at -25 dB, so this leaves the gate to the noise floor.
  private static final double UNHEARD_DB = -35;
  // A tenth of a second, so that a click is not taken for a voice.
  private static final double SMOOTHING = 0.2;
  // After a minute of silence the level is forgotten by 18 dB: another, softer voice may follow.
  private static final double SINKING_DB_PER_FRAME = 0.3 / 100;

  private double smoothed = -60;
  private double level = UNHEARD_DB;

  /** Takes the level of the next 10 ms; that of speech as known now. */
  double update(double levelDb) {
    smoothed += SMOOTHING * (levelDb - smoothed);
    level = Math.max(smoothed, level - SINKING_DB_PER_FRAME);
    return level;
  }
}
