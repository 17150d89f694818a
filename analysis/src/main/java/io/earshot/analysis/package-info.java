/**
 * Turns become findings, each with its evidence.
 *
 * <p>{@link io.earshot.analysis.AnalysisEngine} loads models and examples once and then turns
 * conversations into {@link io.earshot.conversation.Analysis analyses}: turns are read (language,
 * sentences, meaning), scored (intents, feelings), and then the whole is judged (course, talk,
 * keywords, summary, score). Each step stands in its own package behind a small interface, so that
 * one can be deepened without the others.
 *
 * <p>The same conversation gives the same analysis, on any number of threads. Any Unicode text is
 * taken. Nothing leaves the machine and nothing that was said is logged.
 */
package io.earshot.analysis;
