package io.earshot.analysis.voice;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Voice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How worked up a speaker sounds, against that speaker's own manner in this call: higher, louder,
 * sharper, livelier, faster and with fewer pauses than usual. Those are the cues on which studies
 * of vocal expression agree for arousal (Banse and Scherer 1996; Juslin and Laukka 2003); the voice
 * tells little about whether the feeling is a pleasant one. Immutable.
 */
public final class VoiceArousal {
  /** With fewer turns there is no manner to compare with. */
  private static final int LEAST_TURNS = 4;

  /** Shorter turns are mostly "yes" and "okay", whose sound says little. */
  private static final long LEAST_MS = 600;

  private static final double SEMITONES_AN_OCTAVE = 12;

  private final Map<Speaker, List<Manner>> manners;

  /**
   * One cue: how it is measured, how much it counts, and what a speaker usually does.
   *
   * @param weight share in the whole; energy and pitch are the cues found most often
   * @param spread the usual distance from the middle, in the cue's own unit
   */
  private record Manner(ToDoubleFunction<Turn> cue, double weight, double middle, double spread) {
    double deviation(Turn turn) {
      double value = cue.applyAsDouble(turn);
      return Double.isNaN(value)
          ? 0
          : weight * Math.max(-3, Math.min(3, (value - middle) / spread));
    }
  }

  private VoiceArousal(Map<Speaker, List<Manner>> manners) {
    this.manners = manners;
  }

  /** Learns each speaker's manner from a call's turns; knows nothing of a chat. */
  public static VoiceArousal of(List<Turn> turns) {
    Map<Speaker, List<Manner>> manners = new EnumMap<>(Speaker.class);
    for (Speaker speaker : Speaker.values()) {
      List<Turn> own =
          turns.stream().filter(turn -> turn.speaker() == speaker && isHeard(turn)).toList();
      if (own.size() >= LEAST_TURNS) {
        manners.put(speaker, manner(own));
      }
    }
    return new VoiceArousal(manners);
  }

  private static List<Manner> manner(List<Turn> turns) {
    // The least spreads keep a very even speaker's small changes from looking large.
    return List.of(
        manner(turns, VoiceArousal::pitch, 0.25, 1.0),
        manner(turns, turn -> voice(turn).levelDbfs(), 0.25, 2.0),
        manner(turns, turn -> voice(turn).tiltDb(), 0.2, 1.5),
        manner(turns, turn -> voice(turn).pitchRange(), 0.1, 1.5),
        manner(turns, VoiceArousal::rate, 0.15, 0.4),
        manner(turns, turn -> -pauseShare(turn), 0.05, 0.08));
  }

  private static Manner manner(
      List<Turn> turns, ToDoubleFunction<Turn> cue, double weight, double leastSpread) {
    double[] values = turns.stream().mapToDouble(cue).filter(v -> !Double.isNaN(v)).toArray();
    double middle = median(values);
    double[] distances = Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
    // 1.4826 times the median distance is the standard deviation of normal values.
    return new Manner(cue, weight, middle, Math.max(leastSpread, 1.4826 * median(distances)));
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * How worked up a turn sounds.
   *
   * @return -1 (drained) to 1 (worked up), 0 as usual; empty where there is no sound, or too little
   *     to know the speaker's manner
   */
  public OptionalDouble of(Turn turn) {
    List<Manner> manner = manners.get(turn.speaker());
    if (manner == null || !isHeard(turn)) {
      return OptionalDouble.empty();
    }
    double sum = manner.stream().mapToDouble(cue -> cue.deviation(turn)).sum();
    return OptionalDouble.of(Math.tanh(sum));
  }

  private static boolean isHeard(Turn turn) {
    return turn.sound().isPresent() && turn.endMs() - turn.startMs() >= LEAST_MS;
  }

  private static Voice voice(Turn turn) {
    return turn.sound().orElseThrow();
  }

  /** In semitones over 1 Hz, since pitch is heard as ratios; none where nothing was voiced. */
  private static double pitch(Turn turn) {
    double hertz = voice(turn).pitchHz();
    return hertz <= 0 ? Double.NaN : SEMITONES_AN_OCTAVE * Math.log(hertz) / Math.log(2);
  }

  /** Letters and digits a second without the pauses, on a logarithmic scale. */
  private static double rate(Turn turn) {
    long spokenMs = spokenMs(turn);
    long letters = turn.text().codePoints().filter(Character::isLetterOrDigit).count();
    return spokenMs < LEAST_MS || letters == 0
        ? Double.NaN
        : Math.log(1000.0 * letters / spokenMs) / Math.log(2);
  }

  private static double pauseShare(Turn turn) {
    return 1 - (double) spokenMs(turn) / Math.max(1, turn.endMs() - turn.startMs());
  }

  private static long spokenMs(Turn turn) {
    return turn.words().isEmpty()
        ? turn.endMs() - turn.startMs()
        : turn.words().stream().mapToLong(word -> word.endMs() - word.startMs()).sum();
  }
}
