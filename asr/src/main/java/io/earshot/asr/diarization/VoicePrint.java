package io.earshot.asr.diarization;

/**
 * The spectral envelope of one stretch of sound: the energy in twenty bands, every 20 ms, a byte
 * each. Immutable once handed out by {@link VoicePrintMeter}.
 */
public final class VoicePrint {
  static final int BANDS = 20;

  // Half a decibel is below what a voice varies from one period to the next.
  private static final double STEPS = 2;
  private static final int MOST = 255;

  private final byte[] levels;

  VoicePrint(int frames) {
    levels = new byte[frames * BANDS];
  }

  /** How many frames there are. */
  public int count() {
    return levels.length / BANDS;
  }

  void set(int frame, int band, double decibels) {
    long steps = Math.round((decibels - VoicePrintMeter.FLOOR_DB) * STEPS);
    levels[frame * BANDS + band] = (byte) Math.max(0, Math.min(MOST, steps));
  }

  /** Energy in decibels above {@link VoicePrintMeter#FLOOR_DB}. */
  double decibels(int frame, int band) {
    return (levels[frame * BANDS + band] & 0xff) / STEPS;
  }
}
