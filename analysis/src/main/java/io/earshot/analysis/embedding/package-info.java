/**
 * Texts become vectors whose angle tells how alike their meanings are.
 *
 * <p>Two small quantised models, one for Chinese and one for English, run on the processor. Vectors
 * of a quantised model depend on what else is in the batch, so texts go through one at a time on
 * one native thread each, which makes the same text the same vector, bit for bit, always; speed
 * comes from several Java threads and a bounded cache (service desks repeat themselves). Cosines of
 * different models don't compare: random pairs lie near .45 in the Chinese and .60 in the English
 * model.
 *
 * <p>Nothing is written but into the cache folder that was given, and nothing is asked of any
 * network.
 */
package io.earshot.analysis.embedding;
