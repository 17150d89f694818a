/**
 * How the customer feels, turn by turn and over the conversation.
 *
 * <p>Feelings are classes described by example sentences, each with a valence from -1 to 1; a
 * turn's valence is the expectation over their probabilities. Most turns of a service conversation
 * are neutral, plain complaints and late parcels included, so the prior belongs to neutral and a
 * feeling has to show. Nobody's feelings are facts: every label carries its confidence and the
 * words it rests on.
 *
 * <p>{@link io.earshot.analysis.emotion.EmotionScorer} is the seam to replace the method.
 */
package io.earshot.analysis.emotion;
