/**
 * A conversation in a few words: its keywords, and a sentence each for the problem and the outcome.
 *
 * <p>Everything is taken from the conversation, never written anew, so every word of it can be
 * shown where it was said.
 */
package io.earshot.analysis.summary;
