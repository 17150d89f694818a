package io.earshot.analysis.evaluation.speech;

import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two rows of words laid side by side with the fewest changes (Levenshtein, 1966). Where several
 * ways need as few, a substitution goes before a deletion with an insertion.
 */
final class Alignment {
  /** 16,000 words each: nearly two hours of talk. */
  private static final long MOST_CELLS = 256_000_000L;

  private static final byte BOTH = 0;
  private static final byte FIRST = 1;

  private final List<Pair> pairs;

  /**
   * A place of the alignment.
   *
   * @param reference place among the words that should be there; -1 for an insertion
   * @param heard place among the words that are there; -1 for a deletion
   * @param same whether both words are the same
   */
  record Pair(int reference, int heard, boolean same) {
    /** Whether both rows have a word here. */
    boolean aligned() {
      return reference >= 0 && heard >= 0;
    }
  }

  private Alignment(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * Aligns.
   *
   * @throws EarshotException of kind BAD_INPUT when both are too long
   */
  static Alignment of(List<String> reference, List<String> heard) {
    if ((long) (reference.size() + 1) * (heard.size() + 1) > MOST_CELLS) {
      throw EarshotException.badInput(
          "%,d and %,d words are too many to be aligned; cut the recording"
              .formatted(reference.size(), heard.size()));
    }
    return new Alignment(traced(steps(reference, heard), reference, heard));
  }

  /** For each pair of beginnings the last step of the cheapest way. */
  private static byte[][] steps(List<String> reference, List<String> heard) {
    byte[][] steps = new byte[reference.size() + 1][heard.size() + 1];
    int[] above = new int[heard.size() + 1];
    for (int h = 1; h <= heard.size(); h++) {
      above[h] = h;
      steps[0][h] = FIRST + 1;
    }
    for (int r = 1; r <= reference.size(); r++) {
      int[] costs = new int[heard.size() + 1];
      costs[0] = r;
      steps[r][0] = FIRST;
      for (int h = 1; h <= heard.size(); h++) {
        boolean same = reference.get(r - 1).equals(heard.get(h - 1));
        int both = above[h - 1] + (same ? 0 : 1);
        int first = above[h] + 1;
        int second = costs[h - 1] + 1;
        costs[h] = Math.min(both, Math.min(first, second));
        steps[r][h] = costs[h] == both ? BOTH : (byte) (costs[h] == first ? FIRST : FIRST + 1);
      }
      above = costs;
    }
    return steps;
  }

  private static List<Pair> traced(byte[][] steps, List<String> reference, List<String> heard) {
    List<Pair> pairs = new ArrayList<>();
    int r = reference.size();
    int h = heard.size();
    while (r > 0 || h > 0) {
      byte step = steps[r][h];
      if (step == BOTH) {
        r--;
        h--;
        pairs.add(new Pair(r, h, reference.get(r).equals(heard.get(h))));
      } else if (step == FIRST) {
        pairs.add(new Pair(--r, -1, false));
      } else {
        pairs.add(new Pair(-1, --h, false));
      }
    }
    Collections.reverse(pairs);
    return pairs;
  }

  /** In the order of the words. */
  List<Pair> pairs() {
    return pairs;
  }
}
