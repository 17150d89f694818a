package io.earshot.index.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Guesses what a mistyped name was meant to be. */
final class Spelling {
  private static final int MOST_ERRORS = 2;
  private static final int LONGEST = 32;

  private Spelling() {}

  static <T> Optional<T> nearest(String typed, List<T> known, Function<T, String> name) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(item -> distance(lower, name.apply(item)) <= MOST_ERRORS)
        .min(Comparator.comparingInt(item -> distance(lower, name.apply(item))));
  }

  /** Levenshtein's distance: letters to insert, drop or change. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
