package io.earshot.asr;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part in a call and what each says.
 *
 * @param parts one for each party
 * @param parties their roles, in the same order
 */
record Cast(List<Part> parts, Parties parties) {

  /**
   * Told by the tracks, or by the voices where one track carries both parties.
   *
   * @param given roles of the tracks; empty when they are to be found out
   * @param firm whether these hold whatever is said
   * @param divide whether voices are told apart at all
   */
  static Cast of(
      List<Speaker> given, boolean firm, List<SpeechQueue.Track> tracks, boolean divide) {
    return mixed(given, tracks)
        .filter(track -> divide)
        .flatMap(track -> MixedTrack.divide(track, tracks.get(track)))
        .orElseGet(() -> apart(given, firm, tracks));
  }

  /** The same with roles that hold. */
  static Cast of(List<Speaker> given, List<SpeechQueue.Track> tracks) {
    return of(given, true, tracks, true);
  }

  /** How sure it is who said each word, on average: its voice, and whose that is. */
  double confidence() {
    double voices =
        parts.stream()
            .flatMap(part -> part.certainty().stream())
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(1);
    return parties.confidence() * voices;
  }

  /** The only track that may carry both parties. */
  private static Optional<Integer> mixed(List<Speaker> given, List<SpeechQueue.Track> tracks) {
    List<Integer> spoken = new ArrayList<>();
    for (int track = 0; track < tracks.size(); track++) {
      if (!tracks.get(track).words().isEmpty()) {
        spoken.add(track);
      }
    }
    // Roles for two tracks say nothing of one. Some recorders write a mixed call beside a silent
    // channel, which nobody described.
    boolean mono = tracks.size() == 1 && given.size() != 1;
    boolean besideSilence = tracks.size() == 2 && given.isEmpty();
    return spoken.size() == 1 && (mono || besideSilence)
        ? Optional.of(spoken.get(0))
        : Optional.empty();
  }

  private static Cast apart(List<Speaker> given, boolean firm, List<SpeechQueue.Track> tracks) {
    List<Part> parts = new ArrayList<>();
    for (int track = 0; track < tracks.size(); track++) {
      parts.add(Part.of(track, tracks.get(track).words(), tracks.get(track).digits()));
    }
    List<List<Word>> words = parts.stream().map(Part::words).toList();
    return new Cast(parts, firm ? Parties.of(given, words) : Parties.expected(given, words));
  }
}
