package io.earshot.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What is known about one turn.
 *
 * @param turn its index
 * @param language BCP 47 tag of the turn's own language
 * @param emotion the feeling it expresses; "neutral" where none is found or the speaker is not
 *     scored
 * @param valence -1 (very negative) to 1 (very positive)
 * @param displeasure 0 to 1, how displeased the speaker sounds in this turn taken alone: the best
 *     figure to rank turns by
 * @param arousal -1 (drained) to 1 (worked up), from what is said and how it sounds
 * @param intents what the speaker wants, most probable first; empty for most turns
 * @param meaning for search by meaning; null for turns without any words
 */
public record TurnInsight(
    int turn,
    String language,
    Scored emotion,
    double valence,
    double displeasure,
    double arousal,
    List<Scored> intents,
    Embedding meaning) {

  public TurnInsight {
    intents = List.copyOf(intents);
  }

  public TurnInsight withMeaning(Embedding newMeaning) {
    return new TurnInsight(
        turn, language, emotion, valence, displeasure, arousal, intents, newMeaning);
  }

  public Optional<Embedding> embedding() {
    return Optional.ofNullable(meaning);
  }
}
