package io.earshot.asr.redaction;

import io.earshot.asr.sound.CallSound;
import io.earshot.asr.sound.Resampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks on every other track for the sounds that are to be silenced, while the call passes. */
final class LeakSearch {
  // Echo paths change little within a second, and a longer sound is recognised more surely.
  private static final long CONTEXT_MS = 500;
  // Longer silences are looked for in parts: the path may change, and memory stays small.
  private static final long LONGEST_PART_MS = 4000;
  // A room goes on sounding.
  private static final long REVERBERATION_MS = 30;
  private static final int SAMPLES_PER_MS = LeakDetector.SAMPLE_RATE / 1000;
  private static final long KEPT_MS =
      LONGEST_PART_MS
          + 2 * CONTEXT_MS
          + LeakDetector.LONGEST_DELAY_MS
          + LeakDetector.LONGEST_LEAD_MS
          + 2000;

  private final List<Silence> parts;
  private final List<Silence> leaks = new ArrayList<>();
  private int next;
  private long samples;

  /** Silences that do not overlap on a track. */
  LeakSearch(List<Silence> silences) {
    parts = new ArrayList<>();
    for (Silence silence : silences) {
      for (long at = silence.startMs(); at < silence.endMs(); at += LONGEST_PART_MS) {
        long end = Math.min(silence.endMs(), at + LONGEST_PART_MS);
        parts.add(new Silence(silence.audioChannel(), at, end));
      }
    }
    parts.sort(Comparator.comparingLong(Silence::endMs));
  }

  /** Listens to the whole call. */
  void run(CallSound sound) {
    List<Line> lines = new ArrayList<>();
    for (int track = 0; track < sound.tracks(); track++) {
      lines.add(new Line(sound.sampleRate()));
    }
    float[][] block = new float[sound.tracks()][sound.sampleRate() / 4];
    for (int got = sound.read(block); got >= 0; got = sound.read(block)) {
      samples += got;
      if (lines.size() > 1 && next < parts.size()) {
        for (int track = 0; track < lines.size(); track++) {
          lines.get(track).accept(block[track], got);
        }
        look(lines, samples * 1000 / sound.sampleRate());
      }
    }
    if (lines.size() > 1) {
      look(lines, Long.MAX_VALUE);
    }
  }

  /** Samples per track of the whole call. */
  long samples() {
    return samples;
  }

  /** What is to be silenced beside what was asked for. */
  List<Silence> leaks() {
    return leaks;
  }

  private void look(List<Line> lines, long heardMs) {
    // A little less is heard than was read: the resampler holds some back.
    long safeMs = heardMs - CONTEXT_MS - LeakDetector.LONGEST_DELAY_MS - 100;
    while (next < parts.size() && parts.get(next).endMs() <= safeMs) {
      Silence part = parts.get(next++);
      for (int track = 0; track < lines.size(); track++) {
        if (track != part.audioChannel()) {
          look(part, lines.get(part.audioChannel()), lines.get(track), track);
        }
      }
    }
  }

  // With what is around it first; a word that leaks alone is found alone.
  private void look(Silence part, Line source, Line other, int track) {
    for (long context : new long[] {CONTEXT_MS, 0}) {
      long from = part.startMs() - context;
      long to = part.endMs() + context;
      float[] there =
          other.between(from - LeakDetector.LONGEST_LEAD_MS, to + LeakDetector.LONGEST_DELAY_MS);
      var leak = LeakDetector.find(source.between(from, to), there);
      if (leak.isPresent()) {
        long delayMs = leak.get().delayMs();
        long start = Math.max(0, part.startMs() + delayMs);
        long end = part.endMs() + delayMs + REVERBERATION_MS;
        leaks.add(new Silence(track, start, Math.max(start, end)));
        return;
      }
    }
  }

  /** The last seconds of one track at 8 kHz. */
  private static final class Line {
    private final Resampler resampler;
    private final float[] kept = new float[(int) KEPT_MS * SAMPLES_PER_MS];
    private long end;

    Line(int sampleRate) {
      resampler = new Resampler(sampleRate, LeakDetector.SAMPLE_RATE);
    }

    void accept(float[] samples, int count) {
      for (float sample : resampler.process(samples, count)) {
        kept[(int) (end++ % kept.length)] = sample;
      }
    }

    /** A stretch; silence where there is nothing, before the start and after the end. */
    float[] between(long startMs, long endMs) {
      long first = startMs * SAMPLES_PER_MS;
      float[] stretch = new float[(int) (endMs * SAMPLES_PER_MS - first)];
      for (int i = 0; i < stretch.length; i++) {
        long at = first + i;
        boolean known = at >= 0 && at < end && at >= end - kept.length;
        stretch[i] = known ? kept[(int) (at % kept.length)] : 0;
      }
      return stretch;
    }
  }
}
