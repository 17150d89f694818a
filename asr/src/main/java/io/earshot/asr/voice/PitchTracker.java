package io.earshot.asr.voice;

/**
 * Fundamental frequency of a stretch of sound, frame by frame.
 *
 * <p>Works at 4 kHz: what is below 2 kHz holds enough harmonics of every voice, and the
 * correlations cost little. Candidates of each frame come from {@link PeriodFinder}; {@link
 * PitchPath} picks one per frame so that the pitch does not leap by octaves.
 */
final class PitchTracker {
  static final int SAMPLE_RATE = 4000;

  // Frames this far below the loud ones are pauses, whatever their period (Boersma: 0.03).
  private static final double SILENCE = 0.03;
  // The loudest frames may be a click.
  private static final double LOUD_SHARE = 0.95;
  private static final int FRAME = SAMPLE_RATE * VoiceMeter.FRAME_MS / 1000;

  private PitchTracker() {}

  /**
   * The pitch of each frame in hertz, 0 where it is not voiced.
   *
   * @param samples at 4 kHz
   */
  static double[] track(float[] samples, int frames) {
    PeriodFinder finder = new PeriodFinder(samples);
    double loud = loudness(finder, frames);
    PitchPath path = new PitchPath(frames);
    for (int frame = 0; frame < frames; frame++) {
      int middle = frame * FRAME + FRAME / 2;
      double relative = loud > 0 ? finder.amplitude(middle) / loud : 0;
      // In a pause no period is strong enough for PitchPath: it need not be looked for.
      boolean pause = relative < SILENCE / 2;
      path.next(pause ? PeriodFinder.NONE : finder.find(middle), relative / SILENCE);
    }
    return path.best();
  }

  private static double loudness(PeriodFinder finder, int frames) {
    double[] amplitudes = new double[frames];
    for (int frame = 0; frame < frames; frame++) {
      amplitudes[frame] = finder.amplitude(frame * FRAME + FRAME / 2);
    }
    java.util.Arrays.sort(amplitudes);
    return frames == 0 ? 0 : amplitudes[(int) (LOUD_SHARE * (frames - 1))];
  }
}
