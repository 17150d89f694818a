package io.earshot.analysis.intent;

import io.earshot.analysis.language.Span;

/**
 * An intent found in a turn.
 *
 * @param name the intent's
 * @param confidence 0 to 1
 * @param evidence the words it rests on
 */
public record IntentMatch(String name, double confidence, Span evidence) {}
