package io.earshot.analysis.talk;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.util.List;

/** How fast somebody speaks. */
final class SpeechRate {
  private static final double MINUTE_MS = 60_000;

  /** Below this a rate is chance. */
  private static final long LEAST_MS = 1000;

  private SpeechRate() {}

  /** Words (Chinese: characters) a minute of speaking; 0 where nothing was spoken. */
  static double of(List<Turn> turns, Speaker speaker, String language) {
    long spokenMs = 0;
    long units = 0;
    for (Turn turn : turns) {
      if (turn.speaker() == speaker) {
        spokenMs += Math.max(0, turn.endMs() - turn.startMs());
        units += language.equals("zh") ? characters(turn.text()) : words(turn);
      }
    }
    return spokenMs < LEAST_MS ? 0 : units * MINUTE_MS / spokenMs;
  }

  private static long words(Turn turn) {
    if (!turn.words().isEmpty()) {
      return turn.words().size();
    }
    return turn.text().isBlank() ? 0 : turn.text().strip().split("\\s+").length;
  }

  private static long characters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
