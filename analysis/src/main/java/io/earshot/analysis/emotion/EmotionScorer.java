package io.earshot.analysis.emotion;

import io.earshot.analysis.language.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells what a turn expresses. Implementations are safe for several threads. */
public interface EmotionScorer {

  /** The feeling of a turn. */
  Feeling score(Utterance utterance, Circumstances circumstances);

  /**
   * What surrounds a turn.
   *
   * @param before what the same speaker's turn before this one expressed; feelings last
   * @param voice how worked up the voice is against the speaker's own manner, -1 to 1; empty for
   *     what was written
   * @param earlier the texts of the turns before it, of all speakers, oldest first; the last two
   *     are enough
   */
  record Circumstances(Optional<Feeling> before, OptionalDouble voice, List<String> earlier) {

    /** Of a turn that stands alone. */
    public static final Circumstances NONE =
        new Circumstances(Optional.empty(), OptionalDouble.empty(), List.of());

    public Circumstances {
      earlier = List.copyOf(earlier);
    }
  }
}
