package io.earshot.analysis;

import java.util.Set;

/** Intents that, late in a conversation, say that the matter is not settled. */
final class ResolutionSigns {
  static final Set<String> AGAINST =
      Set.of("complaint", "speak_to_supervisor", "leave_for_competitor", "repeated_contact");

  private ResolutionSigns() {}
}
