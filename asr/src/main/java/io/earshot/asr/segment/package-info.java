/**
 * Finds where somebody speaks and cuts that into pieces worth recognising.
 *
 * <p>The recognizer's time goes into every frame it is given, speech or not, and each new start
 * costs words: so silence is left out, and what remains is packed into few long {@link
 * io.earshot.asr.segment.SpeechSegment}s. A segment is several stretches of one channel put
 * together; it remembers where each came from, so that a word's time can be told on the call's
 * clock. Boundaries are values: nothing downstream looks at the sound again. Everything here is
 * plain arithmetic on samples, depends on nothing but their order, and so gives the same segments
 * on every run.
 */
package io.earshot.asr.segment;
