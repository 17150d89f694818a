package io.earshot.analysis.emotion;

import io.earshot.analysis.language.Utterance;
import java.util.Optional;

/** Tells what a turn expresses. Implementations are safe for several threads. */
public interface EmotionScorer {

  /**
   * The feeling of a turn.
   *
   * @param before what the same speaker's turn before this one expressed; feelings last
   */
  Feeling score(Utterance utterance, Optional<Feeling> before);
}
