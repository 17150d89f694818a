package io.earshot.asr.segment;

/**
 * Tells for each 10 ms of a channel whether somebody may be speaking.
 *
 * <p>An energy gate with hysteresis between an adaptive noise floor and the level of speech: it
 * opens on a few loud frames near each other, so that single clicks do not open it, and closes
 * after the hang-over.
 */
final class SpeechGate {
  static final int FRAME = SpeechSegment.SAMPLE_RATE / 100;

  // 3 of the last 8 frames: the shortest words are longer, most clicks shorter.
  private static final int LOUD_FRAMES_TO_OPEN = 3;
  private static final int OPENING_MASK = 0xff;
  // Hysteresis of the level that depends on how loud speech is.
  private static final double CLOSING_DB = 4;
  private static final double FULL_SCALE = 32768;

  private final double openDb;
  private final double closeDb;
  private final double depthDb;
  private final int hangOverFrames;
  private final NoiseFloor floor = new NoiseFloor();
  private final SpeechLevel speech = new SpeechLevel();
  private int recentLoud;
  private int quietFrames;
  private boolean open;
  private double levelDb;
  private float lastInput;
  private double lastOutput;

  SpeechGate(GateSettings settings) {
    openDb = settings.openDb();
    closeDb = settings.closeDb();
    depthDb = settings.depthDb();
    hangOverFrames = (int) (settings.hangOver().toMillis() / 10);
  }

  /** Takes the next frame; whether the gate is open after it. */
  boolean accept(float[] samples, int from) {
    levelDb = level(samples, from);
    double noiseDb = floor.update(levelDb);
    double leastDb = speech.update(levelDb) - depthDb;
    double opensAtDb = Math.max(noiseDb + openDb, leastDb);
    double closesAtDb = Math.max(noiseDb + closeDb, leastDb - CLOSING_DB);
    recentLoud = (recentLoud << 1 | (levelDb > opensAtDb ? 1 : 0)) & OPENING_MASK;
    quietFrames = levelDb > closesAtDb ? 0 : quietFrames + 1;
    if (Integer.bitCount(recentLoud) >= LOUD_FRAMES_TO_OPEN) {
      open = true;
    } else if (quietFrames >= hangOverFrames) {
      open = false;
    }
    return open;
  }

  /** The level of the last frame, in decibels below full scale. */
  double levelDb() {
    return levelDb;
  }

  private double level(float[] samples, int from) {
    double energy = 0;
    for (int i = from; i < from + FRAME; i++) {
      // Blocks what lies below some 80 Hz: offsets and hum are no speech.
      lastOutput = samples[i] - lastInput + 0.97 * lastOutput;
      lastInput = samples[i];
      energy += lastOutput * lastOutput;
    }
    return 10 * Math.log10(energy / FRAME / (FULL_SCALE * FULL_SCALE) + 1e-10);
  }
}
