package io.earshot.analysis;

import io.earshot.analysis.intent.IntentMatch;
import java.util.Set;

/** Intents that, late in a conversation, say that the matter is not settled. */
final class ResolutionSigns {
  private static final Set<String> AGAINST =
      Set.of("complaint", "speak_to_supervisor", "leave_for_competitor", "repeated_contact");

  /** A guess must not cost a conversation a quarter of its score. */
  private static final double LEAST_CONFIDENCE = 0.55;

  private ResolutionSigns() {}

  static boolean unsettled(IntentMatch match) {
    return AGAINST.contains(match.name()) && match.confidence() >= LEAST_CONFIDENCE;
  }
}
