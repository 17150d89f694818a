package io.earshot.asr.voice;

/**
 * Pitch, level and tilt of consecutive frames of 10 ms, in four bytes each. Immutable once handed
 * out by {@link VoiceMeter}.
 */
public final class VoiceFrames {
  // An eighth of a hertz is a fiftieth of a semitone at 100 Hz; half a decibel is not heard.
  private static final double PITCH_STEPS = 8;
  private static final double LEVEL_STEPS = 2;

  private final short[] pitch;
  private final byte[] level;
  private final byte[] tilt;

  VoiceFrames(int frames) {
    pitch = new short[frames];
    level = new byte[frames];
    tilt = new byte[frames];
  }

  void set(int frame, double pitchHz, double levelDbfs, double tiltDb) {
    pitch[frame] = (short) Math.round(pitchHz * PITCH_STEPS);
    level[frame] = (byte) Math.round(clamp(-levelDbfs * LEVEL_STEPS, 0, 255));
    tilt[frame] = (byte) Math.round(clamp(tiltDb * LEVEL_STEPS, -127, 127));
  }

  /** How many there are. */
  public int count() {
    return pitch.length;
  }

  /** Fundamental frequency, 60 to 450 Hz; 0 where the frame is not voiced. */
  public double pitchHz(int frame) {
    return pitch[frame] / PITCH_STEPS;
  }

  /** Root mean square in decibels below full scale (32768), 0 down to -127.5. */
  public double levelDbfs(int frame) {
    return -(level[frame] & 0xff) / LEVEL_STEPS;
  }

  /** Energy above 1 kHz against that below, in decibels, -63.5 to 63.5. */
  public double tiltDb(int frame) {
    return tilt[frame] / LEVEL_STEPS;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
