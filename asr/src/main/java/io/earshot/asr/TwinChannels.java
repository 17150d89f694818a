package io.earshot.asr;

import io.earshot.asr.sound.AudioReader;

/**
 * Tells whether both channels of a file carry the same sound: recorders that write a mixed call as
 * two equal channels. Taken for two parties, every word would be there twice.
 */
final class TwinChannels {
  private static final int SECONDS_OF_SOUND = 60;
  private static final int MOST_SECONDS = 600;
  // A second of sound counts when it is not silence: louder than -60 dB of full scale.
  private static final double SOUND = 32.0 * 32.0;
  // What lossy codecs leave of a difference between equal channels: 30 dB below the sound.
  private static final double MOST_DIFFERENCE = 1e-3;

  private TwinChannels() {}

  /** Reads the first minute of sound in a reader, which can't be used for anything else after. */
  static boolean in(AudioReader reader) {
    if (reader.info().channels() != 2) {
      return false;
    }
    float[][] second = new float[2][reader.info().sampleRate()];
    double sum = 0;
    double difference = 0;
    int heard = 0;
    for (int read = 0; read < MOST_SECONDS && heard < SECONDS_OF_SOUND; read++) {
      int count = reader.read(second);
      if (count < 0) {
        break;
      }
      double loud = energy(second, count, 1);
      if (loud > SOUND * count) {
        heard++;
        sum += loud;
        difference += energy(second, count, -1);
      }
    }
    return heard > 0 && difference < MOST_DIFFERENCE * sum;
  }

  private static double energy(float[][] block, int count, int sign) {
    double energy = 0;
    for (int i = 0; i < count; i++) {
      double value = (block[0][i] + sign * block[1][i]) / 2;
      energy += value * value;
    }
    return energy;
  }
}
