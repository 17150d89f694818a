package io.earshot.analysis.evaluation.speech;

import java.util.List;

/**
 * What recognition got wrong, in words (Chinese: characters).
 *
 * @param words how many should be there
 * @param substitutions others are there instead
 * @param insertions are there and should not be
 * @param deletions are missing
 */
public record WordErrors(int words, int substitutions, int insertions, int deletions) {
  public static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

  /** Counts the differences between two rows of {@link SpokenWords}. */
  public static WordErrors of(List<String> reference, List<String> heard) {
    int substitutions = 0;
    int insertions = 0;
    int deletions = 0;
    for (Alignment.Pair pair : Alignment.of(reference, heard).pairs()) {
      substitutions += pair.aligned() && !pair.same() ? 1 : 0;
      insertions += pair.reference() < 0 ? 1 : 0;
      deletions += pair.heard() < 0 ? 1 : 0;
    }
    return new WordErrors(reference.size(), substitutions, insertions, deletions);
  }

  public WordErrors plus(WordErrors other) {
    return new WordErrors(
        words + other.words,
        substitutions + other.substitutions,
        insertions + other.insertions,
        deletions + other.deletions);
  }

  /** Errors in each word that should be there; may be over 1. */
  public double rate() {
    return (double) (substitutions + insertions + deletions) / Math.max(1, words);
  }
}
