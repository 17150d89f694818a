package io.earshot.analysis.intent;

import io.earshot.analysis.language.Utterance;
import java.util.List;

/** Tells what a speaker wants. Implementations are safe for several threads. */
public interface IntentClassifier {

  /** The intents of a turn, most probable first, each name once; empty for most turns. */
  List<IntentMatch> classify(Utterance utterance);

  /** Whether a turn, anybody's, is a greeting, a thank-you, an "okay": nothing to report. */
  boolean isCourtesy(Utterance utterance);
}
