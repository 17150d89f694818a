package io.earshot.analysis.facts;

import io.earshot.analysis.language.Span;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.Speaker;

/**
 * What one sentence does.
 *
 * @param name the act's
 * @param speaker whose act it is
 * @param turn index of the turn
 * @param span the sentence
 * @param text the sentence's own words
 * @param meaning of the sentence, or of its turn where it is all of it
 * @param confidence 0 to 1
 */
record Act(
    String name,
    Speaker speaker,
    int turn,
    Span span,
    String text,
    Embedding meaning,
    double confidence) {

  // Agents' acts that facts are built on.
  static final String APOLOGY = "apology";
  static final String CHECK = "check";
  static final String EMPATHY = "empathy";
  static final String EXPLANATION = "explanation";
  static final String HOLD = "hold";
  static final String NEXT_STEP = "next_step";
  static final String OFFER = "resolution_offer";
  static final String PROMISE = "promise";
  static final String REFUSAL = "refusal";
  static final String TRANSFER = "transfer";

  // Customers' acts.
  static final String AGREEMENT = "agreement";
  static final String ESCALATION = "escalation";
  static final String INFORMATION = "information";
  static final String PRAISE = "praise";
  static final String REPEAT_CONTACT = "repeat_contact";
  static final String REQUEST = "request";
  static final String RESOLVED = "resolved";
  static final String SARCASM = "sarcasm";
  static final String UNRESOLVED = "unresolved";

  // Both speakers'.
  static final String QUESTION = "question";
  static final String THANKS = "thanks";

  boolean is(String other) {
    return name.equals(other);
  }

  boolean byAgent() {
    return speaker == Speaker.AGENT;
  }

  Act withConfidence(double newConfidence) {
    return new Act(name, speaker, turn, span, text, meaning, newConfidence);
  }

  @Override
  public String toString() {
    return "Act[%s, turn %d, %d-%d]".formatted(name, turn, span.start(), span.end());
  }
}
