package io.earshot.index;

import java.util.List;

/** Says how Chinese is read. Called from many threads. */
@FunctionalInterface
public interface Pronunciation {
  /** Knows no reading: Chinese is then found by its characters alone. */
  Pronunciation NONE = text -> List.of();

  /**
   * The syllables of a text as it is read, one for each {@code char}: pinyin in small letters
   * without tones, {@code v} for ü, by the words around where a character has several readings;
   * empty for what is not Chinese. May be empty as a whole when nothing is known.
   */
  List<String> syllables(String text);
}
