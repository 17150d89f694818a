package io.earshot.asr;

import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.SpeechSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A few stretches of speech, spread over a recording: of each part of it the longest, cut to some
 * seconds. For one thread.
 */
final class LanguageSample implements SegmentSink {
  /** Longest part of a recording that is listened to. */
  static final long LONGEST_MS = 600_000;

  private static final int PARTS = 5;
  private static final int LONGEST_STRETCH = 6 * SpeechSegment.SAMPLE_RATE;

  private final long partMs;
  private final List<Optional<SpeechSegment>> best = new ArrayList<>();
  private int tracks;

  /** A sample of a recording of that length; 0 when the length is not known. */
  LanguageSample(long totalMs) {
    long listened = totalMs == 0 ? LONGEST_MS : Math.min(LONGEST_MS, totalMs);
    this.partMs = Math.max(1, listened / PARTS);
    for (int i = 0; i < PARTS; i++) {
      best.add(Optional.empty());
    }
  }

  @Override
  public int addTrack() {
    return tracks++;
  }

  @Override
  public void add(int track, SpeechSegment segment) {
    long startMs = segment.placement().position() * 1000 / SpeechSegment.SAMPLE_RATE;
    int part = (int) Math.min(PARTS - 1, startMs / partMs);
    int known = best.get(part).map(stretch -> stretch.samples().length).orElse(0);
    if (Math.min(segment.samples().length, LONGEST_STRETCH) > known) {
      best.set(part, Optional.of(cut(segment)));
    }
  }

  private static SpeechSegment cut(SpeechSegment segment) {
    if (segment.samples().length <= LONGEST_STRETCH) {
      return segment;
    }
    List<Placement.Splice> splices =
        segment.placement().splices().stream()
            .filter(splice -> splice.offset() < LONGEST_STRETCH)
            .toList();
    return new SpeechSegment(
        Arrays.copyOf(segment.samples(), LONGEST_STRETCH), new Placement(splices, LONGEST_STRETCH));
  }

  /** What was found, in order; none when nobody speaks. */
  List<SpeechSegment> stretches() {
    return best.stream().flatMap(Optional::stream).toList();
  }
}
