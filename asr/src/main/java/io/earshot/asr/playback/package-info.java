/**
 * A recording made ready to be seen and heard. {@link io.earshot.asr.playback.Playback} reads the
 * files of a call once, as a stream, and gives the outline that a waveform is drawn from; where
 * players can't be trusted with the files themselves (telephone codecs, one file for each party) it
 * writes a copy they all play.
 */
package io.earshot.asr.playback;
