package io.earshot.index.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes one of the Chinese syllables that are confused on the telephone.
 *
 * <p>Folded are the pairs in which speakers of Mandarin from the south, and recognizers with them,
 * make no difference: flat and curled tongue (z zh, c ch, s sh), n and l at the beginning, n and ng
 * after a, e and i. What tells each pair apart lies above the 3.4 kHz at which a telephone cuts, or
 * in a nasal at the end of the syllable.
 */
final class Syllables {
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_SYLLABLE = 6;

  /** An initial and a final of Hanyu Pinyin; some of the pairs do not exist, which harms nobody. */
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
              + "(?:iang|iong|uang|ang|eng|ong|ing|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu"
              + "|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)");

  private Syllables() {}

  static String folded(String syllable) {
    String folded = syllable;
    if (folded.length() > 1 && folded.charAt(1) == 'h') {
      folded = folded.charAt(0) + folded.substring(2);
    }
    if (folded.startsWith("n")) {
      folded = "l" + folded.substring(1);
    }
    int last = folded.length() - 1;
    boolean nasal = last > 1 && folded.endsWith("ng");
    return nasal && "aei".indexOf(folded.charAt(last - 2)) >= 0
        ? folded.substring(0, last)
        : folded;
  }

  /** The syllables of a word of Latin letters that is nothing but pinyin, such as tuikuan. */
  static Optional<List<String>> of(String word) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    List<Optional<List<String>>> from = new ArrayList<>();
    for (int i = 0; i <= word.length(); i++) {
      from.add(Optional.empty());
    }
    from.set(word.length(), Optional.of(List.of()));
    for (int start = word.length() - 1; start >= 0; start--) {
      from.set(start, from(word, start, from));
    }
    return from.get(0);
  }

  /** The longest syllable that leaves a rest of whole ones. */
  private static Optional<List<String>> from(
      String word, int start, List<Optional<List<String>>> rests) {
    for (int end = Math.min(word.length(), start + LONGEST_SYLLABLE); end > start; end--) {
      Optional<List<String>> rest = rests.get(end);
      String syllable = word.substring(start, end);
      if (rest.isPresent() && SYLLABLE.matcher(syllable).matches()) {
        List<String> whole = new ArrayList<>(List.of(syllable));
        whole.addAll(rest.get());
        return Optional.of(whole);
      }
    }
    return Optional.empty();
  }
}
