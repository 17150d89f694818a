package io.earshot.asr.sound;

import java.nio.file.Path;

/**
 * What is heard in a file when it is read to its end.
 *
 * @param info at the start
 * @param samples of each channel
 * @param loudness root mean square of each channel, on the 16-bit scale
 * @param tones share of each channel's energy that lies at a given frequency
 */
record Hearing(AudioInfo info, long samples, double[] loudness, double[] tones) {

  static Hearing of(Path file, MediaDecoder decoder, double... frequencies) {
    try (AudioReader reader = AudioFile.open(file, decoder)) {
      int channels = reader.info().channels();
      double[] energy = new double[channels];
      double[] real = new double[channels];
      double[] imaginary = new double[channels];
      float[][] block = new float[channels][777];
      long samples = 0;
      for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
        for (int i = 0; i < got; i++, samples++) {
          for (int channel = 0; channel < channels; channel++) {
            double frequency = frequencies.length > channel ? frequencies[channel] : 0;
            double angle = 2 * Math.PI * frequency * samples / reader.info().sampleRate();
            float value = block[channel][i];
            energy[channel] += (double) value * value;
            real[channel] += value * Math.cos(angle);
            imaginary[channel] += value * Math.sin(angle);
          }
        }
      }
      return new Hearing(
          reader.info(),
          samples,
          loudness(energy, samples),
          tones(energy, real, imaginary, samples));
    }
  }

  double seconds() {
    return (double) samples / info.sampleRate();
  }

  private static double[] loudness(double[] energy, long samples) {
    double[] loudness = new double[energy.length];
    for (int channel = 0; channel < energy.length; channel++) {
      loudness[channel] = Math.sqrt(energy[channel] / Math.max(1, samples));
    }
    return loudness;
  }

  private static double[] tones(double[] energy, double[] real, double[] imaginary, long samples) {
    double[] tones = new double[energy.length];
    for (int channel = 0; channel < energy.length; channel++) {
      double square = real[channel] * real[channel] + imaginary[channel] * imaginary[channel];
      tones[channel] = 2 * square / Math.max(1, samples) / Math.max(1, energy[channel]);
    }
    return tones;
  }
}
