package io.earshot.asr.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts silences in order. */
final class Silences {
  // What is left between two words of a number is no use to anyone, but clicks.
  private static final long SHORTEST_SOUND_MS = 40;

  private Silences() {}

  /** By track and time, those that overlap or nearly touch made one. */
  static List<Silence> joined(List<Silence> silences) {
    List<Silence> joined = new ArrayList<>();
    for (Silence silence :
        silences.stream()
            .sorted(
                Comparator.comparingInt(Silence::audioChannel).thenComparingLong(Silence::startMs))
            .toList()) {
      Silence before = joined.isEmpty() ? silence : joined.get(joined.size() - 1);
      if (!joined.isEmpty()
          && before.audioChannel() == silence.audioChannel()
          && silence.startMs() <= before.endMs() + SHORTEST_SOUND_MS) {
        long end = Math.max(before.endMs(), silence.endMs());
        joined.set(joined.size() - 1, new Silence(before.audioChannel(), before.startMs(), end));
      } else {
        joined.add(silence);
      }
    }
    return joined;
  }
}
