package io.earshot.analysis.language;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of things in Chinese text: runs of up to three nouns next to each other ("固态硬盘"). Names of
 * people and places, times and verbs are none. Safe for several threads; takes any text.
 */
public final class NounPhrases {
  private static final int LONGEST_TEXT = 600;
  private static final int MOST_NOUNS = 3;

  /** Plain nouns, proper names of things, materials, words in Latin letters. */
  private static final Set<String> NOUNS =
      Set.of("n", "nz", "nf", "nm", "nmc", "nb", "nba", "nbp", "gi", "gm", "g", "nl", "nx", "nh");

  private NounPhrases() {}

  /** The phrases in order; of a longer text the first 600 characters count. */
  public static List<Span> of(String text) {
    String head = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    String simplified = ChineseText.simplified(head);
    List<Span> phrases = new ArrayList<>();
    int from = 0;
    Span run = null;
    int nouns = 0;
    for (Term term : HanLp.segment(simplified)) {
      // HanLP may normalise a character away; what can't be found again is no evidence.
      int start = simplified.indexOf(term.word, from);
      if (start < 0) {
        continue;
      }
      from = start + term.word.length();
      boolean noun = isNoun(term);
      boolean joins = noun && run != null && run.end() == start && nouns < MOST_NOUNS;
      if (joins) {
        run = new Span(run.start(), from);
        nouns++;
        continue;
      }
      add(run, phrases);
      run = noun ? new Span(start, from) : null;
      nouns = 1;
    }
    add(run, phrases);
    return phrases;
  }

  private static boolean isNoun(Term term) {
    String nature = String.valueOf(term.nature);
    return NOUNS.contains(nature) && (!nature.equals("nx") || Latin.isWord(term.word));
  }

  private static void add(Span run, List<Span> phrases) {
    if (run != null && run.length() > 1) {
      phrases.add(run);
    }
  }
}
