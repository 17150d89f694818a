package io.earshot.asr;

import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where somebody reads a number aloud, by a second hearing that knows digits only.
 *
 * <p>A general recognizer makes "was a tree deal" of digits that are read one by one; one that
 * knows nothing else hears them nearly all, in a fiftieth of the sound's length, and takes ordinary
 * talk for one long unknown word: on 14 minutes of calls it found every number of five digits and
 * more, and nothing else.
 */
final class NumberReading {
  private static final Map<String, List<String>> DIGITS =
      Map.of(
          "en",
          List.of(
              "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
              "double", "triple"),
          "zh",
          List.of("零", "一", "幺", "二", "两", "三", "四", "五", "六", "七", "八", "九"));

  private static final int LEAST_DIGITS = 5;

  /** Those of real numbers had .6 and more, most over .9. */
  private static final double LEAST_CONFIDENCE = 0.55;

  /** Between two groups of a number somebody breathes or is told "go ahead". */
  private static final long LONGEST_PAUSE_MS = 2500;

  /** Some digits that could not be made out, not a sentence between two numbers. */
  private static final long LONGEST_UNKNOWN_MS = 1800;

  private final Set<String> known;
  private final List<Word> found = new ArrayList<>();
  private final List<Word> run = new ArrayList<>();
  private boolean unknown;

  private NumberReading(Set<String> known) {
    this.known = known;
  }

  /** The digit words of a language; empty where it has none, and then no second hearing is made. */
  static List<String> digits(String language) {
    return DIGITS.getOrDefault(language, List.of());
  }

  /** The digits of all numbers that were read, of the words of a track in time order. */
  static List<Word> in(List<Word> words, String language) {
    NumberReading reading = new NumberReading(Set.copyOf(digits(language)));
    words.forEach(reading::add);
    reading.end();
    return List.copyOf(reading.found);
  }

  private void add(Word word) {
    boolean digit = known.contains(word.text());
    long longestMs = unknown ? LONGEST_UNKNOWN_MS : LONGEST_PAUSE_MS;
    if (!run.isEmpty() && (digit ? word.startMs() : word.endMs()) - last().endMs() > longestMs) {
      end();
    }
    if (digit) {
      run.add(word);
    }
    unknown = !digit;
  }

  private Word last() {
    return run.get(run.size() - 1);
  }

  private void end() {
    double sure = run.stream().mapToDouble(Word::confidence).average().orElse(0);
    if (run.size() >= LEAST_DIGITS && sure >= LEAST_CONFIDENCE) {
      found.addAll(run);
    }
    run.clear();
  }
}
