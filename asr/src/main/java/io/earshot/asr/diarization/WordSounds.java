package io.earshot.asr.diarization;

import io.earshot.asr.diarization.PrintTrack.Frame;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums up the frames under each word of a track. */
final class WordSounds {
  private static final int MOST_COMPONENTS = 8;
  private static final int LEAST_COMPONENTS = 4;
  private static final int FRAMES_PER_COMPONENT = 60;
  // More frames do not make a better mixture of eight.
  private static final int MOST_LEARNED_FROM = 30_000;
  // Also a doubtful word was said by somebody.
  private static final double LEAST_TRUST = 0.3;
  private static final double WIDEST_SEMITONES = 12;

  private final List<Word> words;
  private final LoudFrames frames;
  private final Background background;
  private final double medianPitch;

  private WordSounds(List<Word> words, LoudFrames frames) {
    this.words = words;
    this.frames = frames;
    long components = frames.count() / FRAMES_PER_COMPONENT;
    this.background =
        Background.of(
            examples(), (int) Math.max(LEAST_COMPONENTS, Math.min(MOST_COMPONENTS, components)));
    this.medianPitch = medianPitch();
  }

  /** One for each word, in order; empty when too little was heard to tell voices apart. */
  static List<WordSound> of(List<Word> words, PrintTrack track, long leastFrames) {
    LoudFrames frames = new LoudFrames(words, track);
    return frames.count() < leastFrames ? List.of() : new WordSounds(words, frames).sums();
  }

  private List<WordSound> sums() {
    List<WordSound> sums = new ArrayList<>(words.size());
    long endMs = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      sums.add(sum(frames.of(i), word.confidence(), word.startMs() - endMs));
      endMs = word.endMs();
    }
    return sums;
  }

  private WordSound sum(List<Frame> heard, double confidence, long gapMs) {
    int components = background.components();
    float[] counts = new float[components];
    float[] deviations = new float[components * Cepstrum.SIZE];
    int voiced = 0;
    double pitch = 0;
    double squares = 0;
    for (Frame frame : heard) {
      add(Cepstrum.of(frame), counts, deviations);
      if (frame.pitchHz() > 0) {
        double off = semitones(frame.pitchHz()) - medianPitch;
        double bounded = Math.max(-WIDEST_SEMITONES, Math.min(WIDEST_SEMITONES, off));
        voiced++;
        pitch += bounded;
        squares += bounded * bounded;
      }
    }
    double trust = Math.max(LEAST_TRUST, Math.min(1, confidence));
    return new WordSound(heard.size(), trust, gapMs, counts, deviations, voiced, pitch, squares);
  }

  private void add(float[] cepstrum, float[] counts, float[] deviations) {
    double[] shares = background.shares(cepstrum);
    for (int k = 0; k < shares.length; k++) {
      counts[k] += (float) shares[k];
      for (int d = 0; d < Cepstrum.SIZE; d++) {
        deviations[k * Cepstrum.SIZE + d] +=
            (float) (shares[k] * background.deviation(cepstrum, k, d));
      }
    }
  }

  private List<float[]> examples() {
    List<float[]> examples = new ArrayList<>();
    long step = (frames.count() + MOST_LEARNED_FROM - 1) / MOST_LEARNED_FROM;
    long number = 0;
    for (int word = 0; word < words.size(); word++) {
      for (Frame frame : frames.of(word)) {
        if (number++ % step == 0) {
          examples.add(Cepstrum.of(frame));
        }
      }
    }
    return examples;
  }

  private double medianPitch() {
    double[] pitches = new double[(int) Math.min(Integer.MAX_VALUE / 8, frames.count())];
    int count = 0;
    for (int word = 0; word < words.size(); word++) {
      for (Frame frame : frames.of(word)) {
        if (frame.pitchHz() > 0) {
          pitches[count++] = semitones(frame.pitchHz());
        }
      }
    }
    Arrays.sort(pitches, 0, count);
    return count == 0 ? 0 : pitches[count / 2];
  }

  private static double semitones(double hertz) {
    return 12 * Math.log(hertz) / Math.log(2);
  }
}
