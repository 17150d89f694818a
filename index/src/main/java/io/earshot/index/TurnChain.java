package io.earshot.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Follows steps from turn to turn.
 *
 * @param turns for each step, the turns that meet it by their index
 * @param within for each step but the first, how many turns after the one before it may be
 */
record TurnChain(List<BitSet> turns, List<Integer> within) {

  boolean isWhole() {
    return !reached().get(turns.size() - 1).isEmpty();
  }

  /** The turns of the chain that ends first, one for each step; empty when there is none. */
  List<Integer> first() {
    List<BitSet> reached = reached();
    int step = turns.size() - 1;
    int turn = reached.get(step).nextSetBit(0);
    List<Integer> chain = new ArrayList<>();
    while (turn >= 0 && step >= 0) {
      chain.add(0, turn);
      step--;
      turn = step < 0 ? -1 : reached.get(step).previousSetBit(turn - 1);
    }
    return chain;
  }

  /** For each step, the turns that meet it after all steps before it. */
  private List<BitSet> reached() {
    List<BitSet> reached = new ArrayList<>(List.of(turns.get(0)));
    for (int step = 1; step < turns.size(); step++) {
      BitSet before = reached.get(step - 1);
      BitSet here = new BitSet();
      int most = within.get(step - 1);
      turns.get(step).stream().filter(turn -> isAfter(before, turn, most)).forEach(here::set);
      reached.add(here);
    }
    return reached;
  }

  private static boolean isAfter(BitSet before, int turn, int most) {
    int nearest = turn == 0 ? -1 : before.previousSetBit(turn - 1);
    return nearest >= 0 && turn - nearest <= most;
  }
}
