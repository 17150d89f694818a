package io.earshot.conversation;

/**
 * How a turn sounded. Figures of one speaker in one call can be compared with each other; across
 * calls they say more about telephones than about people.
 *
 * @param pitchHz median fundamental frequency of the voiced parts; 0 where nothing was voiced
 * @param pitchRange distance between the 10th and the 90th percentile of the fundamental frequency,
 *     in semitones
 * @param levelDbfs level of the speech itself, pauses apart, in dB below full scale
 * @param levelRange distance between the 10th and the 90th percentile of the level of speech, in dB
 * @param tiltDb energy above 1 kHz against that below, in dB: rises with vocal effort
 * @param voicedShare share of the speech that was voiced, 0 to 1
 */
public record Voice(
    double pitchHz,
    double pitchRange,
    double levelDbfs,
    double levelRange,
    double tiltDb,
    double voicedShare) {}
