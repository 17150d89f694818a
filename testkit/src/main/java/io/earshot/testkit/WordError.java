package io.earshot.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a recognised text is from what was said: words put in, left out and mistaken, the usual
 * measure of speech recognition. Case and punctuation don't count; each Chinese character counts as
 * a word.
 *
 * @param errors least number of words to insert, delete or replace
 * @param words spoken
 */
public record WordError(int errors, int words) {

  /** Compares two texts. */
  public static WordError between(String spoken, String recognised) {
    List<String> reference = words(spoken);
    return new WordError(distance(reference, words(recognised)), reference.size());
  }

  /** Errors for each word spoken: 0 is perfect, and more than 1 is possible. */
  public double rate() {
    return words == 0 ? errors : (double) errors / words;
  }

  /** Both taken together, as if they were one text. */
  public WordError plus(WordError other) {
    return new WordError(errors + other.errors, words + other.words);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String spaced =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("\\p{IsHan}", " $0 ")
            .replace('\u2019', '\'')
            .replaceAll("[^\\p{L}\\p{N}']+", " ");
    for (String word : spaced.strip().split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Levenshtein's distance, in two rows. */
  private static int distance(List<String> from, List<String> to) {
    int[] above = new int[to.size() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.size(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.size()];
  }
}
