/**
 * Sound files as streams of samples, whatever recorded them.
 *
 * <p>A file is opened once and read block by block, never held whole: an eight-hour recording costs
 * as much memory as a short one. {@link io.earshot.asr.sound.AudioFile} decides who reads it: WAV
 * with PCM or G.711, the bulk of telephony, is decoded here in Java; everything else goes to {@link
 * io.earshot.asr.sound.MediaDecoder}, an ffmpeg in a process of its own with limits on time and
 * memory, so that no file can take this process down. Samples are floats on the 16-bit scale
 * (-32768 to 32767), the scale the recognizer wants.
 *
 * <p>Files are input from outside: headers lie, and every reader here goes by the bytes that are
 * there.
 */
package io.earshot.asr.sound;
