/**
 * Measuring recognition: how many words are wrong, and how many are put down to the wrong speaker.
 *
 * <p>Texts are first brought to {@link io.earshot.analysis.evaluation.speech.SpokenWords}, since
 * spelling is no error of recognition; then the words of both sides are aligned, and {@link
 * io.earshot.analysis.evaluation.speech.WordErrors} or {@link
 * io.earshot.analysis.evaluation.speech.SpeakerErrors} count what differs.
 */
package io.earshot.analysis.evaluation.speech;
