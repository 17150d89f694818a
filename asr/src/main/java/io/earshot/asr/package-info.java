/**
 * Sound becomes turns: who said what when, with a time and a confidence for every word.
 *
 * <p>A {@link io.earshot.asr.Transcriber} takes a {@link io.earshot.asr.Recording}, one file with
 * several channels or one file per channel, and gives a {@link io.earshot.asr.Transcript}. On the
 * way each channel is decoded block by block ({@link io.earshot.asr.sound}), brought to 16 kHz,
 * reduced to its speech ({@link io.earshot.asr.segment}), recognised piece by piece on threads
 * shared by all calls ({@link io.earshot.asr.engine}), and measured for how it sounded ({@link
 * io.earshot.asr.voice}), so that one long call uses all cores and memory stays the same for any
 * length. The same file gives the same words on every run. {@link io.earshot.asr.redaction} writes
 * the sound again without what must not be heard.
 */
package io.earshot.asr;
