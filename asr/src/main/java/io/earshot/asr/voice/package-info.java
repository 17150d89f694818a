/**
 * How a voice sounds, measured while the sound passes.
 *
 * <p>Each 10 ms of speech becomes three small numbers, fundamental frequency, level and spectral
 * tilt, in four bytes ({@link io.earshot.asr.voice.VoiceFrames}); the sound itself is let go. When
 * the words and turns of a call are known, the frames under a turn's words are summed up to one
 * {@link io.earshot.conversation.Voice} ({@link io.earshot.asr.voice.VoiceTrack}). Eight hours of
 * speech are some 11 MB.
 *
 * <p>Telephone sound has no fundamental: 300 to 3400 Hz is all there is of a voice at 110 Hz. So
 * pitch is found as the period of the waveform, which the harmonics alone give away, by P.
 * Boersma's method ("Accurate short-term analysis of the fundamental frequency and the
 * harmonics-to-noise ratio of a sampled sound", IFA Proceedings 17, 1993) on the cross-correlation
 * of D. Talkin's RAPT ("A robust algorithm for pitch tracking", in Speech Coding and Synthesis,
 * 1995).
 */
package io.earshot.asr.voice;
