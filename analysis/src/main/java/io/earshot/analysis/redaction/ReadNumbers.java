package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Numbers that were read aloud and made out by a hearing for digits alone: where the words of the
 * turn are no digits, the recognizer misheard them, and the words that stand there are masked all
 * the same. Where they are digits, what they say is left to be judged by what was said.
 */
final class ReadNumbers {
  /** Two numbers in one turn lie further apart than two groups of a number. */
  private static final long NEXT_NUMBER_MS = 2600;

  private static final double SLOWEST_DIGIT_MS = 550;

  private static final int LEAST_DIGITS = 5;
  private static final int LEAST_CARD_DIGITS = 13;

  /** From this share of digits among the words on, these were heard well enough to be judged. */
  private static final double WELL_HEARD = 0.85;

  /** A doubtful word close to a number is likely a digit of it that both hearings missed. */
  private static final double DOUBTFUL = 0.75;

  private static final long CLOSE_MS = 400;
  private static final int MOST_MISSED = 4;

  private static final Set<String> DIGITS =
      Set.of(
          "zero", "oh", "o", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
          "double", "triple", "零", "一", "幺", "二", "两", "三", "四", "五", "六", "七", "八", "九");

  private final Turn turn;
  private final WordPlaces places;

  private ReadNumbers(Turn turn) {
    this.turn = turn;
    this.places = WordPlaces.of(turn);
  }

  /**
   * What was found in a turn's text, with the numbers that only the second hearing made out.
   *
   * @param found in the text
   */
  static List<Disclosure> added(Turn turn, List<Disclosure> found) {
    if (turn.digits().isEmpty() || turn.words().isEmpty()) {
      return found;
    }
    ReadNumbers numbers = new ReadNumbers(turn);
    List<Disclosure> all = new ArrayList<>(found);
    for (List<Word> number : numbers(turn.digits())) {
      numbers.add(number, all);
    }
    return all;
  }

  private static List<List<Word>> numbers(List<Word> digits) {
    List<List<Word>> numbers = new ArrayList<>();
    long end = Long.MIN_VALUE / 2;
    for (Word digit : digits) {
      if (digit.startMs() - end > NEXT_NUMBER_MS) {
        numbers.add(new ArrayList<>());
      }
      numbers.get(numbers.size() - 1).add(digit);
      end = digit.endMs();
    }
    return numbers;
  }

  private void add(List<Word> number, List<Disclosure> all) {
    long startMs = number.get(0).startMs();
    long endMs = number.get(number.size() - 1).endMs();
    int first = -1;
    int last = -1;
    int heard = 0;
    int words = 0;
    for (int i = 0; i < turn.words().size(); i++) {
      Word word = turn.words().get(i);
      long middle = (word.startMs() + word.endMs()) / 2;
      if (middle >= startMs && middle <= endMs && places.isInText(i)) {
        first = first < 0 ? i : first;
        last = i;
        words++;
        heard += DIGITS.contains(word.text()) ? 1 : 0;
      }
    }
    if (first < 0) {
      return;
    }
    Disclosure whole =
        places.from(
            widened(first, -1), widened(last, 1), kind(number, startMs, endMs), sure(number));
    boolean touched = all.stream().anyMatch(whole::overlaps);
    boolean wellHeard = heard >= WELL_HEARD * words && heard >= WELL_HEARD * number.size();
    if (touched || !wellHeard && number.size() >= LEAST_DIGITS) {
      all.add(whole);
    }
  }

  private int widened(int border, int step) {
    int at = border;
    while (Math.abs(at - border) < MOST_MISSED) {
      int next = at + step;
      if (next < 0 || next >= turn.words().size() || !places.isInText(next)) {
        return at;
      }
      Word inner = turn.words().get(at);
      Word outer = turn.words().get(next);
      long gapMs = step < 0 ? inner.startMs() - outer.endMs() : outer.startMs() - inner.endMs();
      if (gapMs > CLOSE_MS || outer.confidence() >= DOUBTFUL) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static DataKind kind(List<Word> number, long startMs, long endMs) {
    // A person reads two to four digits a second; who needs longer lost some to the recognizer.
    double read = Math.max(number.size(), (endMs - startMs) / SLOWEST_DIGIT_MS);
    return read >= LEAST_CARD_DIGITS ? DataKind.CARD : DataKind.PHONE;
  }

  private static double sure(List<Word> number) {
    return number.stream().mapToDouble(Word::confidence).average().orElse(0);
  }
}
