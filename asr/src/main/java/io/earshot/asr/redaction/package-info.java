/**
 * A recording without the words that were taken out of its text.
 *
 * <p>{@link io.earshot.asr.redaction.RedactedRecording} reads the sound files of a call twice. The
 * first time it listens on every other channel for what is to be silenced on one: echo of the line,
 * crosstalk and loudspeakers carry a caller's card number to the agent's side. The second time it
 * writes all channels to one WAV file, each with its own silences. Both passes are streams: an
 * eight-hour call needs as much memory as a short one.
 */
package io.earshot.asr.redaction;
