package io.earshot.index;

import io.earshot.conversation.ConversationId;
import io.earshot.index.query.Query;
import java.util.List;
import java.util.Map;

/**
 * A condition that some turn has to meet, with what its group says about that turn: what hits are
 * ranked and moments are chosen by. Conditions under a NOT are none.
 */
sealed interface Leaf {

  /** The conditions on speaker and emotion that hold for the turn. */
  List<Query> binding();

  /** Words to be said. */
  record Words(List<Query> binding, Spoken spoken) implements Leaf {}

  /**
   * A meaning to be met.
   *
   * @param nearest the conversations found, best first, each with its turns' similarities
   */
  record Meant(List<Query> binding, Map<ConversationId, Map<Integer, Double>> nearest)
      implements Leaf {}

  /** Any turn by that speaker or in that mood. */
  record AnyTurn(List<Query> binding) implements Leaf {}

  /**
   * Turns that follow one another.
   *
   * @param within for each step but the first, how many turns after the one before it may be
   */
  record InOrder(List<Step> steps, List<Integer> within) implements Leaf {
    @Override
    public List<Query> binding() {
      return List.of();
    }
  }
}
