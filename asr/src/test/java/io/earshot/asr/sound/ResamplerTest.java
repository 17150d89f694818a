package io.earshot.asr.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({"8000, 440", "8000, 3300", "11025, 1000", "22050, 5000", "44100, 6800", "48000, 300"})
  void keepsTonesInPlaceAndLevel(int rate, double frequency) {
    float[] out = resample(tone(frequency, rate, rate), rate);
    assertThat(out).hasSize(16_000);
    float[] ideal = tone(frequency, 16_000, 16_000);
    for (int i = 1000; i < 15_000; i++) {
      // 0.5 % of the amplitude; the phase is right too, or this would fail at once.
      assertThat(out[i]).isCloseTo(ideal[i], within(50f));
    }
  }

  @ParameterizedTest
  @CsvSource({"44100, 9000", "48000, 12000", "22050, 8500", "32000, 15000"})
  void letsNothingFoldDown(int rate, double frequency) {
    float[] out = resample(tone(frequency, rate, rate), rate);
    assertThat(peak(out)).isLessThan(10); // 60 dB below the tone.
  }

  @Test
  void addsNoImageAboveTheTelephoneBand() {
    float[] out = resample(tone(3000, 8000, 8000), 8000);
    // The image of 3000 Hz at 8 kHz would lie at 5000 Hz.
    assertThat(level(out, 5000)).isLessThan(level(out, 3000) / 1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {8000, 11_025, 16_000, 44_100})
  void doesNotDependOnTheBlocks(int rate) {
    Random random = new Random(5);
    float[] input = new float[rate];
    for (int i = 0; i < rate; i++) {
      input[i] = random.nextInt(20_000) - 10_000;
    }
    float[] whole = resample(input, rate);
    Resampler resampler = new Resampler(rate, 16_000);
    float[] out = new float[0];
    for (int at = 0; at < input.length; ) {
      int count = Math.min(input.length - at, 1 + random.nextInt(700));
      out = join(out, resampler.process(Arrays.copyOfRange(input, at, at + count), count));
      at += count;
    }
    assertThat(join(out, resampler.finish(input.length))).containsExactly(whole);
  }

  private static float[] resample(float[] input, int rate) {
    Resampler resampler = new Resampler(rate, 16_000);
    return join(resampler.process(input, input.length), resampler.finish(input.length));
  }

  private static float[] tone(double frequency, int rate, int count) {
    float[] tone = new float[count];
    for (int i = 0; i < count; i++) {
      tone[i] = (float) (10_000 * Math.sin(2 * Math.PI * frequency * i / rate));
    }
    return tone;
  }

  private static float peak(float[] samples) {
    float peak = 0;
    for (int i = 1000; i < samples.length - 1000; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }

  private static double level(float[] samples, double frequency) {
    double real = 0;
    double imaginary = 0;
    for (int i = 1000; i < 15_000; i++) {
      // A Hann window, so that the strong tone does not leak over the weak one.
      double weight = samples[i] * (1 - Math.cos(2 * Math.PI * (i - 1000) / 14_000));
      real += weight * Math.cos(2 * Math.PI * frequency * i / 16_000);
      imaginary += weight * Math.sin(2 * Math.PI * frequency * i / 16_000);
    }
    return Math.hypot(real, imaginary);
  }

  private static float[] join(float[] a, float[] b) {
    float[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
