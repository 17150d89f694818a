/**
 * Breaks what was said into the tokens that are indexed and searched.
 *
 * <p>Tokens are made on our side, not by the search server: the server bundled with Earshot has no
 * analyzers of its own beyond the simplest, and one tokeniser for indexing, searching and
 * highlighting can never disagree with itself. Each token keeps the place of its characters in the
 * original text through every rewrite, so a highlight always points at what was really said.
 *
 * <p>Chinese is broken into single characters; a word of several is searched as a phrase of them.
 * That finds any part of a sentence ("退款" in "退款单") without trusting a segmentation, which
 * recognition errors would break.
 *
 * <p>Beside its letters each token has a code of its sound, at the same place, so that phrases and
 * distances can be searched by sound too.
 */
package io.earshot.index.text;
