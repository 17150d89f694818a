package io.earshot.asr.playback;

import io.earshot.conversation.Peaks;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/** Takes in a call's tracks block by block and keeps the loudest sample of every stretch. */
final class PeakMeter {
  static final int STRETCH_MS = 20;

  private static final int STRETCHES_PER_SECOND = 1000 / STRETCH_MS;
  private static final float FULL_SCALE = 32_767;

  private final List<Line> lines;
  private final int sampleRate;
  private long samples;

  PeakMeter(int tracks, int sampleRate) {
    this.sampleRate = sampleRate;
    this.lines = Stream.generate(Line::new).limit(tracks).toList();
  }

  void accept(float[][] block, int count) {
    int from = 0;
    while (from < count) {
      // In samples, so that no rate drifts; the last stretch may be shorter.
      long end =
          ((samples * STRETCHES_PER_SECOND / sampleRate + 1) * sampleRate
                  + STRETCHES_PER_SECOND
                  - 1)
              / STRETCHES_PER_SECOND;
      int to = (int) Math.min(count, from + end - samples);
      for (int track = 0; track < lines.size(); track++) {
        lines.get(track).accept(block[track], from, to);
      }
      samples += to - from;
      if (samples == end) {
        lines.forEach(Line::next);
      }
      from = to;
    }
  }

  long samples() {
    return samples;
  }

  Peaks peaks() {
    lines.forEach(Line::next);
    return new Peaks(
        samples * 1000 / sampleRate, STRETCH_MS, lines.stream().map(Line::values).toList());
  }

  /** One track. */
  private static final class Line {
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private float loudest = -1;

    void accept(float[] samples, int from, int to) {
      for (int i = from; i < to; i++) {
        loudest = Math.max(loudest, Math.abs(samples[i]));
      }
    }

    /** Ends a stretch, if anything was heard in it. */
    void next() {
      if (loudest >= 0) {
        values.write((int) Math.ceil(255 * Math.min(1, loudest / FULL_SCALE)));
        loudest = -1;
      }
    }

    byte[] values() {
      return values.toByteArray();
    }
  }
}
