package io.earshot.asr.diarization;

/**
 * What was heard under one word, as sums over its frames: all that telling voices apart needs to
 * know of it.
 *
 * @param frames how many there were
 * @param trust what the word counts for, from the recognizer's confidence
 * @param gapMs silence before it
 * @param counts frames by component of the {@link Background}
 * @param deviations of these frames from the component's mean, in standard deviations: all
 *     dimensions of the first component, then of the second and so on
 * @param voiced how many frames were voiced
 * @param pitch sum of the voiced frames' pitches, in semitones from the call's median
 * @param pitchSquares sum of their squares
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never shown, one for every word.
record WordSound(
    int frames,
    double trust,
    long gapMs,
    float[] counts,
    float[] deviations,
    int voiced,
    double pitch,
    double pitchSquares) {}
