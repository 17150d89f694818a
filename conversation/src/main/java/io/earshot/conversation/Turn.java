package io.earshot.conversation;

import java.util.List;

/**
 * What one party says until a pause or until they stop: an utterance of a call, a message of a
 * chat. Turns of two parties may overlap in time.
 *
 * @param index position in the conversation, from 0
 * @param speaker who said it
 * @param audioChannel the sound track it was heard on, from 0; 0 for chats
 * @param startMs milliseconds from the start of the conversation; 0 where times are not known
 * @param endMs milliseconds, not before {@code startMs}
 * @param text what was said
 * @param confidence mean of the words' confidences, 0 to 1; 1 for written text
 * @param words with their times; empty for written text
 */
public record Turn(
    int index,
    Speaker speaker,
    int audioChannel,
    long startMs,
    long endMs,
    String text,
    double confidence,
    List<Word> words) {

  public Turn {
    words = List.copyOf(words);
  }

  /** A written turn, without words and sound. */
  public static Turn written(int index, Speaker speaker, long startMs, String text) {
    return new Turn(index, speaker, 0, startMs, startMs, text, 1, List.of());
  }

  public Turn withIndex(int newIndex) {
    return new Turn(newIndex, speaker, audioChannel, startMs, endMs, text, confidence, words);
  }

  @Override
  public String toString() {
    return "Turn[%d, %s, %d-%d ms, %d characters]"
        .formatted(index, speaker, startMs, endMs, text.length());
  }
}
