/**
 * Learning from a few example sentences: softmax regression over embeddings and over hashed
 * n-grams.
 *
 * <p>Frozen sentence vectors and a linear head reach published few-shot results with ten examples a
 * class and are fitted in a second, so that operators can edit the examples and just restart. What
 * was learned is kept in a cache folder under a digest of all it was learned from; a file there may
 * be deleted at any time.
 */
package io.earshot.analysis.learning;
