package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnChainTest {
  private static BitSet turns(int... indexes) {
    BitSet turns = new BitSet();
    for (int index : indexes) {
      turns.set(index);
    }
    return turns;
  }

  @Test
  void aLaterTurnWithinTheBoundFollows() {
    assertThat(chain(List.of(3), turns(0, 5), turns(3)).first()).containsExactly(0, 3);
    assertThat(chain(List.of(2), turns(0, 5), turns(3)).isWhole()).isFalse();
    assertThat(chain(List.of(5), turns(3), turns(3)).isWhole()).isFalse();
    assertThat(chain(List.of(5), turns(3), turns(2)).isWhole()).isFalse();
    assertThat(chain(List.of(9, 1), turns(0, 4), turns(2, 5), turns(6)).first())
        .containsExactly(4, 5, 6);
  }

  private static TurnChain chain(List<Integer> within, BitSet... turns) {
    return new TurnChain(List.of(turns), within);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsWhatTryingAllFinds(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<BitSet> turns = new ArrayList<>();
      List<Integer> within = new ArrayList<>();
      for (int step = 0; step < 3; step++) {
        turns.add(sparse(random));
        within.add(1 + random.nextInt(4));
      }
      TurnChain chain = new TurnChain(turns, within.subList(0, 2));
      assertThat(chain.isWhole()).isEqualTo(exists(turns, within, 0, -1));
      List<Integer> first = chain.first();
      assertThat(first).hasSize(chain.isWhole() ? 3 : 0);
      for (int step = 0; step < first.size(); step++) {
        assertThat(turns.get(step).get(first.get(step))).isTrue();
        if (step > 0) {
          assertThat(first.get(step) - first.get(step - 1)).isBetween(1, within.get(step - 1));
        }
      }
    }
  }

  private static BitSet sparse(Random random) {
    BitSet turns = new BitSet();
    for (int i = 0; i < 3; i++) {
      turns.set(random.nextInt(9));
    }
    return turns;
  }

  private static boolean exists(List<BitSet> turns, List<Integer> within, int step, int last) {
    if (step == turns.size()) {
      return true;
    }
    return turns.get(step).stream()
        .filter(t -> step == 0 || t > last && t - last <= within.get(step - 1))
        .anyMatch(t -> exists(turns, within, step + 1, t));
  }
}
