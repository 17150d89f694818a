package io.earshot.asr.redaction;

import java.util.ArrayList;
import java.util.List;

/** Silences the tracks of a call block by block, with fades that make no click. */
final class Mute {
  static final long FADE_MS = 8;

  private final List<Line> lines = new ArrayList<>();

  /** One of the silences must not overlap another of the same track. */
  Mute(List<Silence> silences, int tracks, int sampleRate) {
    for (int track = 0; track < tracks; track++) {
      int number = track;
      List<Silence> own =
          silences.stream().filter(silence -> silence.audioChannel() == number).toList();
      lines.add(new Line(own, sampleRate));
    }
  }

  /** Changes the next samples of all tracks. */
  void apply(float[][] block, int count) {
    for (int track = 0; track < lines.size(); track++) {
      lines.get(track).apply(block[track], count);
    }
  }

  private static final class Line {
    private final long[] starts;
    private final long[] ends;
    private final int fade;
    private int next;
    private long position;

    Line(List<Silence> silences, int sampleRate) {
      starts = silences.stream().mapToLong(one -> one.startMs() * sampleRate / 1000).toArray();
      // Rounded up: not a sample of the last millisecond is heard.
      ends = silences.stream().mapToLong(one -> (one.endMs() * sampleRate + 999) / 1000).toArray();
      fade = (int) Math.max(1, FADE_MS * sampleRate / 1000);
    }

    void apply(float[] samples, int count) {
      for (int i = 0; i < count; i++, position++) {
        while (next < ends.length && position >= ends[next] + fade) {
          next++;
        }
        // Two silences may be nearer than both their fades.
        for (int at = next; at < ends.length && position >= starts[at] - fade; at++) {
          samples[i] *= gain(at);
        }
      }
    }

    private float gain(int at) {
      long outside = Math.max(starts[at] - position, position - ends[at] + 1);
      return outside <= 0 ? 0 : (float) (0.5 - 0.5 * Math.cos(Math.PI * outside / (fade + 1)));
    }
  }
}
