package io.earshot.conversation;

import java.util.List;
import java.util.Optional;

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
 * @param voice how it sounded; null for written text and where it was not measured
 * @param digits what a second hearing, for digits alone, made out where somebody read a number;
 *     mostly empty, and gone once personal data was taken out
 * @param speakerConfidence that {@code speaker} said it, 0 to 1; {@link
 *     Conversation#speakerConfidence(Turn)} is what to count with
 */
public record Turn(
    int index,
    Speaker speaker,
    int audioChannel,
    long startMs,
    long endMs,
    String text,
    double confidence,
    List<Word> words,
    Voice voice,
    List<Word> digits,
    Double speakerConfidence) {

  public Turn {
    words = List.copyOf(words);
    // Absent in files of an earlier release.
    digits = digits == null ? List.of() : List.copyOf(digits);
    speakerConfidence = speakerConfidence == null ? 1 : speakerConfidence;
  }

  /** A turn whose sound was not measured. */
  public Turn(
      int index,
      Speaker speaker,
      int audioChannel,
      long startMs,
      long endMs,
      String text,
      double confidence,
      List<Word> words) {
    this(
        index,
        speaker,
        audioChannel,
        startMs,
        endMs,
        text,
        confidence,
        words,
        null,
        List.of(),
        1.0);
  }

  /** A written turn, without words and sound. */
  public static Turn written(int index, Speaker speaker, long startMs, String text) {
    return new Turn(index, speaker, 0, startMs, startMs, text, 1, List.of());
  }

  public Turn withIndex(int newIndex) {
    return new Turn(
        newIndex,
        speaker,
        audioChannel,
        startMs,
        endMs,
        text,
        confidence,
        words,
        voice,
        digits,
        speakerConfidence);
  }

  /** The same turn with other words, such as masked ones, and without {@link #digits}. */
  public Turn withText(String newText, List<Word> newWords) {
    return new Turn(
        index,
        speaker,
        audioChannel,
        startMs,
        endMs,
        newText,
        confidence,
        newWords,
        voice,
        List.of(),
        speakerConfidence);
  }

  /** The same turn, when it is as sure who said it. */
  public Turn withSpeakerConfidence(double sure) {
    return new Turn(
        index, speaker, audioChannel, startMs, endMs, text, confidence, words, voice, digits, sure);
  }

  public Optional<Voice> sound() {
    return Optional.ofNullable(voice);
  }

  @Override
  public String toString() {
    return "Turn[%d, %s, %d-%d ms, %d characters]"
        .formatted(index, speaker, startMs, endMs, text.length());
  }
}
