/**
 * Numbers that belong to somebody: cards, accounts, ids, phones, written and spoken.
 *
 * <p>A number is read element by element ({@code 4012}, {@code double five}, {@code 幺}), elements
 * that follow each other make a run, and a run is claimed by a kind: by its checksum first, by the
 * words that announce it next, by its length and form last. Written runs must be right; spoken ones
 * may have a digit misheard or lost, so their length alone speaks for them.
 */
package io.earshot.analysis.redaction.number;
