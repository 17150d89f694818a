package io.earshot.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One sound track, put together from stretches one after the other. Immutable: each method gives a
 * new, longer track. Levels are peaks, 0 to 1 of full scale.
 */
public final class Track {
  private static final int HARMONICS = 12;

  private final int rate;
  private final float[] samples;

  private Track(int rate, float[] samples) {
    this.rate = rate;
    this.samples = samples;
  }

  /** An empty track of so many samples a second. */
  public static Track at(int rate) {
    if (rate < 1) {
      throw new IllegalArgumentException("A rate of %d samples a second".formatted(rate));
    }
    return new Track(rate, new float[0]);
  }

  /** Goes on with digital silence: all zeroes. */
  public Track silence(Duration length) {
    return then(new float[count(length)]);
  }

  /** Goes on with a sine tone. */
  public Track tone(double hertz, Duration length, double level) {
    float[] added = new float[count(length)];
    for (int i = 0; i < added.length; i++) {
      added[i] = (float) (level * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return then(added);
  }

  /** Goes on with white noise, the same for the same seed. */
  public Track noise(Duration length, double level, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] added = new float[count(length)];
    for (int i = 0; i < added.length; i++) {
      added[i] = (float) (level * (2 * random.nextDouble() - 1));
    }
    return then(added);
  }

  /**
   * Goes on with what a voice detector takes for speech: voiced syllables of 120 to 300 ms with a
   * moving pitch, 20 to 80 ms apart. No recognizer finds words in it.
   */
  public Track speech(Duration length, double level, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] added = new float[count(length)];
    int at = 0;
    while (at < added.length) {
      int syllable = Math.min(rate * random.nextInt(120, 300) / 1000, added.length - at);
      voice(added, at, syllable, 100 + random.nextInt(120), level);
      at += syllable + rate * random.nextInt(20, 80) / 1000;
    }
    return then(added);
  }

  /** This track with another heard at the same time, such as line noise; as long as this one. */
  public Track mixedWith(Track other) {
    if (other.rate != rate) {
      throw new IllegalArgumentException("Rates differ: %d and %d".formatted(rate, other.rate));
    }
    float[] sum = samples.clone();
    for (int i = 0; i < Math.min(sum.length, other.samples.length); i++) {
      sum[i] += other.samples[i];
    }
    return new Track(rate, sum);
  }

  /** How long it is by now. */
  public Duration length() {
    return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
  }

  int rate() {
    return rate;
  }

  int size() {
    return samples.length;
  }

  /** A sample as 16 bits, clipped where it is too loud; zero after the end. */
  short sample(int index) {
    float value = index < samples.length ? samples[index] : 0;
    return (short) Math.round(Math.max(-1, Math.min(1, value)) * Short.MAX_VALUE);
  }

  /** Harmonics that fall off as a voice's do, swelling and fading over the syllable. */
  private void voice(float[] into, int start, int count, double hertz, double level) {
    double sum = 0;
    for (int k = 1; k <= HARMONICS; k++) {
      sum += 1.0 / k;
    }
    for (int i = 0; i < count; i++) {
      double glide = hertz * (1 + 0.1 * i / count);
      double value = 0;
      for (int k = 1; k <= HARMONICS && k * glide < rate / 2.0; k++) {
        value += Math.sin(2 * Math.PI * k * glide * i / rate) / k;
      }
      into[start + i] = (float) (level * value / sum * Math.sin(Math.PI * i / count));
    }
  }

  private int count(Duration length) {
    return Math.toIntExact(length.toMillis() * rate / 1000);
  }

  private Track then(float[] added) {
    float[] all = Arrays.copyOf(samples, samples.length + added.length);
    System.arraycopy(added, 0, all, samples.length, added.length);
    return new Track(rate, all);
  }
}
