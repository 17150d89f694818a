package io.earshot.asr;

import io.earshot.conversation.Word;
import java.util.List;

/**
 * What one party says on one sound track: all of the track, or what a voice says there.
 *
 * @param track from 0
 * @param words in time order, none overlapping
 * @param digits of the numbers that were read, by a hearing of their own
 */
record Part(int track, List<Word> words, List<Word> digits) {}
