package io.earshot.asr;

import io.earshot.conversation.Word;
import java.util.Collections;
import java.util.List;

/**
 * What one party says on one sound track: all of the track, or what a voice says there.
 *
 * @param track from 0
 * @param words in time order, none overlapping
 * @param certainty for each word that it is this party's, whoever that is, 0 to 1
 * @param digits of the numbers that were read, by a hearing of their own
 */
record Part(int track, List<Word> words, List<Double> certainty, List<Word> digits) {

  /** All of a track: nobody else is on it. */
  static Part of(int track, List<Word> words, List<Word> digits) {
    return new Part(track, words, Collections.nCopies(words.size(), 1.0), digits);
  }
}
