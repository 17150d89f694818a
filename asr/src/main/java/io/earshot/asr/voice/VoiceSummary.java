package io.earshot.asr.voice;

import io.earshot.conversation.Voice;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sums frames up to one voice.
 *
 * <p>Under a word there are also closures and gaps of some ten milliseconds. What counts as speech
 * is found as in ITU-T P.56: the level is the mean of the energy over the time in which it is not
 * further than a margin of 15.9 dB below that mean.
 */
final class VoiceSummary {
  private static final double MARGIN_DB = 15.9;
  private static final int MOST_ROUNDS = 20;
  // Nobody's voice goes nearly an octave off its median for long; trackers do, by mistake.
  private static final double WIDEST_RATIO = 1.9;

  private double[] levels = new double[128];
  private double[] tilts = new double[128];
  private double[] pitches = new double[128];
  private int count;

  void add(VoiceFrames frames, int frame) {
    if (count == levels.length) {
      levels = Arrays.copyOf(levels, 2 * count);
      tilts = Arrays.copyOf(tilts, 2 * count);
      pitches = Arrays.copyOf(pitches, 2 * count);
    }
    levels[count] = frames.levelDbfs(frame);
    tilts[count] = frames.tiltDb(frame);
    pitches[count++] = frames.pitchHz(frame);
  }

  Optional<Voice> voice() {
    if (count == 0) {
      return Optional.empty();
    }
    double threshold = activeLevelDb() - MARGIN_DB;
    keepAbove(threshold);
    double[] voiced =
        Arrays.stream(pitches, 0, count).filter(hertz -> hertz > 0).sorted().toArray();
    double[] steady = withoutLeaps(voiced);
    double[] loudness = Arrays.stream(levels, 0, count).sorted().toArray();
    return Optional.of(
        new Voice(
            percentile(steady, 50),
            semitones(percentile(steady, 10), percentile(steady, 90)),
            activeLevelDb(),
            percentile(loudness, 90) - percentile(loudness, 10),
            tiltDb(voiced.length > 0),
            (double) voiced.length / count));
  }

  private double activeLevelDb() {
    double threshold = Double.NEGATIVE_INFINITY;
    double level = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double energy = 0;
      int active = 0;
      for (int i = 0; i < count; i++) {
        if (levels[i] >= threshold) {
          energy += power(levels[i]);
          active++;
        }
      }
      double before = level;
      level = 10 * Math.log10(energy / active);
      threshold = level - MARGIN_DB;
      if (Math.abs(level - before) < 0.01) {
        break;
      }
    }
    return level;
  }

  private void keepAbove(double threshold) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (levels[i] >= threshold) {
        levels[kept] = levels[i];
        tilts[kept] = tilts[i];
        pitches[kept++] = pitches[i];
      }
    }
    count = kept;
  }

  // Of the voiced frames, if there are any: hissing sounds say nothing about effort.
  private double tiltDb(boolean voicedOnly) {
    double low = 0;
    double high = 0;
    for (int i = 0; i < count; i++) {
      if (!voicedOnly || pitches[i] > 0) {
        double ratio = power(tilts[i]);
        double energy = power(levels[i]);
        high += energy * ratio / (1 + ratio);
        low += energy / (1 + ratio);
      }
    }
    return 10 * Math.log10(high / low);
  }

  private static double[] withoutLeaps(double[] sorted) {
    double median = percentile(sorted, 50);
    return Arrays.stream(sorted)
        .filter(hertz -> hertz < median * WIDEST_RATIO && hertz > median / WIDEST_RATIO)
        .toArray();
  }

  /** Between the two values next to the place; 0 when there are none. */
  private static double percentile(double[] sorted, double percent) {
    if (sorted.length == 0) {
      return 0;
    }
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double semitones(double low, double high) {
    return low <= 0 ? 0 : 12 * Math.log(high / low) / Math.log(2);
  }

  private static double power(double db) {
    return Math.pow(10, db / 10);
  }
}
