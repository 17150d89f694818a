/**
 * Two people on one sound track are told apart by their voices.
 *
 * <p>While the sound passes, its spectral envelope is kept in twenty bytes for 20 ms ({@link
 * io.earshot.asr.diarization.VoicePrint}), beside the pitch that is measured anyway. When a call's
 * words are known, the sounds under them become one mixture of Gaussians, the background; a voice
 * is how far it lies from each of these. Words are then divided between two voices by a hidden
 * Markov model whose voices are learned from the call itself, from several first guesses, of which
 * the likeliest result is kept. Nothing is trained beforehand, so that no language, codec or
 * telephone is favoured.
 *
 * <p>Every word has a voice, even where the sound is silent: short words and those that nothing was
 * measured of go with their neighbours.
 */
package io.earshot.asr.diarization;
