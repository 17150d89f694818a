package io.earshot.asr;

import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.VoiceVector;
import io.earshot.asr.engine.VoiceVectors;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.SpeechSegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a segment, in which both parties may speak, into stretches that mostly one of them says:
 * from one pause to the next, 1 to 4 s. What is shorter tells little of a voice.
 */
final class VoiceStretches {
  private static final long LEAST_PAUSE_MS = 150;
  private static final double SHORTEST_SECONDS = 1;
  private static final double LONGEST_SECONDS = 4;
  // Around the words, well within the pause: some of a sound may lie outside of its word.
  private static final double MARGIN_SECONDS = 0.05;

  private final List<HeardWord> words;
  private final Placement placement;
  private final List<Stretch> found = new ArrayList<>();

  /** Words of a segment, from one place to before another. */
  record Stretch(int from, int to) {}

  /** What the speaker model made of a stretch; times from the first sample of the segment. */
  record Voice(double startSeconds, double endSeconds, VoiceVector vector) {}

  private VoiceStretches(List<HeardWord> words, Placement placement) {
    this.words = words;
    this.placement = placement;
    int from = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || gapMs(i) >= LEAST_PAUSE_MS) {
        cut(from, i);
        from = i;
      }
    }
  }

  /** Where a segment is cut, in order. */
  static List<Stretch> of(List<HeardWord> words, Placement placement) {
    return new VoiceStretches(words, placement).found;
  }

  /** The voices of all stretches that have one. */
  static List<Voice> heard(
      float[] samples, Placement placement, List<HeardWord> words, VoiceVectors vectors) {
    List<Voice> voices = new ArrayList<>();
    for (Stretch stretch : of(words, placement)) {
      List<HeardWord> said = words.subList(stretch.from, stretch.to);
      double start = said.get(0).startSeconds();
      double end = said.get(said.size() - 1).endSeconds();
      vectors
          .of(
              Arrays.copyOfRange(
                  samples,
                  sample(start - MARGIN_SECONDS, samples.length),
                  sample(end + MARGIN_SECONDS, samples.length)),
              said.stream().map(HeardWord::text).filter(VoiceStretches::spoken).toList())
          .ifPresent(vector -> voices.add(new Voice(start, end, vector)));
    }
    return voices;
  }

  // Longer ones are cut where the pause is longest and leaves enough on both sides.
  private void cut(int from, int to) {
    double seconds = seconds(from, to);
    if (seconds < SHORTEST_SECONDS) {
      return;
    }
    if (seconds <= LONGEST_SECONDS) {
      found.add(new Stretch(from, to));
      return;
    }
    int best = from;
    for (int i = from + 1; i < to; i++) {
      boolean enough = seconds(from, i) >= SHORTEST_SECONDS && seconds(i, to) >= SHORTEST_SECONDS;
      if (enough && (best == from || gapMs(i) > gapMs(best))) {
        best = i;
      }
    }
    if (best > from) {
      cut(from, best);
      cut(best, to);
    }
  }

  private double seconds(int from, int to) {
    return words.get(to - 1).endSeconds() - words.get(from).startSeconds();
  }

  /** The pause before a word on the call's clock: silence may have been left out of the segment. */
  private long gapMs(int word) {
    HeardWord before = words.get(word - 1);
    HeardWord after = words.get(word);
    return placement.locate(after.startSeconds(), after.endSeconds()).startMs()
        - placement.locate(before.startSeconds(), before.endSeconds()).endMs();
  }

  private static int sample(double seconds, int most) {
    return (int) Math.max(0, Math.min(most, Math.round(seconds * SpeechSegment.SAMPLE_RATE)));
  }

  // Words in brackets stand for noise.
  private static boolean spoken(String word) {
    return !word.startsWith("[") && !word.startsWith("<");
  }
}
