package io.earshot.asr.diarization;

import io.earshot.asr.diarization.PrintTrack.Frame;

/**
 * The coarse shape of a frame's spectrum: the first coefficients of the cosine transform of its
 * bands in decibels (mel cepstrum, Davis and Mermelstein, 1980), loudness included, since two
 * telephones are seldom equally loud. More coefficients describe the pitch, which is known anyway.
 */
final class Cepstrum {
  static final int SIZE = 12;

  private static final double[][] COSINES = cosines();

  private Cepstrum() {}

  static float[] of(Frame frame) {
    float[] cepstrum = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double sum = 0;
      for (int band = 0; band < VoicePrint.BANDS; band++) {
        sum += COSINES[i][band] * frame.decibels(band);
      }
      cepstrum[i] = (float) sum;
    }
    return cepstrum;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[SIZE][VoicePrint.BANDS];
    for (int i = 0; i < SIZE; i++) {
      double norm = Math.sqrt((i == 0 ? 1.0 : 2.0) / VoicePrint.BANDS);
      for (int band = 0; band < VoicePrint.BANDS; band++) {
        cosines[i][band] = norm * Math.cos(Math.PI * i * (band + 0.5) / VoicePrint.BANDS);
      }
    }
    return cosines;
  }
}
