/**
 * From a turn's characters to its words, sentences and language.
 *
 * <p>Everything keeps character offsets into the turn's own text: what is not language (masks,
 * order cards, addresses of pages) is blanked by as many spaces, traditional characters are folded
 * one to one, and tokens and sentences are spans. So that evidence found on any level points at the
 * characters that a person reads.
 *
 * <p>HanLP is static and mutable inside; only {@link io.earshot.analysis.language.HanLp} touches
 * it, and only the parts that work from the portable jar. Its {@code NLPTokenizer}, CRF and
 * perceptron classes need data that is not there and poison themselves when touched.
 */
package io.earshot.analysis.language;
