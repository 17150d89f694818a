package io.earshot.index;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.Moment;
import io.earshot.conversation.search.Moment.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the moments of a conversation that a search is about, and the words in them. */
final class TurnMatcher {
  private static final int MOST_MOMENTS = 5;

  /** A turn that others follow in the wanted order goes before any number of single words. */
  private static final double WORTH_OF_ORDER = 10;

  private final SpokenReader reader;
  private final List<Leaf> leaves;

  TurnMatcher(SpokenReader reader, List<Leaf> leaves) {
    this.reader = reader;
    this.leaves = leaves;
  }

  private record Rated(Moment moment, double worth) {}

  /** What a turn has of what is searched for. */
  private static final class Found {
    private final List<Place> places = new ArrayList<>();
    private double worth;

    void add(List<Place> found, double value) {
      places.addAll(found);
      worth += value;
    }

    /** Whether all that was found may be something else that was misheard. */
    boolean isDoubtful() {
      return !places.isEmpty() && places.stream().noneMatch(Place::sure);
    }

    List<Span> spans() {
      return WordFinder.merged(
          places.stream().flatMap(place -> place.spans().stream()).distinct().toList());
    }
  }

  /** Best first: turns that meet most conditions, then earlier ones. */
  List<Moment> moments(ConversationId id, List<SpokenTurn.Stored> stored) {
    List<SpokenTurn> turns = stored.stream().map(turn -> new SpokenTurn(turn, reader)).toList();
    List<Found> found = turns.stream().map(turn -> new Found()).toList();
    for (Leaf leaf : leaves) {
      if (leaf instanceof Leaf.InOrder order) {
        follow(order, turns, found);
      } else {
        for (int at = 0; at < turns.size(); at++) {
          look(leaf, id, turns.get(at), found.get(at));
        }
      }
    }
    List<Rated> rated = new ArrayList<>();
    for (int at = 0; at < turns.size(); at++) {
      if (found.get(at).worth > 0) {
        rated.add(rated(turns.get(at).stored(), found.get(at)));
      }
    }
    return best(rated);
  }

  private static List<Moment> best(List<Rated> rated) {
    return rated.stream()
        .sorted(
            Comparator.comparingDouble(Rated::worth)
                .reversed()
                .thenComparing(each -> each.moment().turn()))
        .limit(MOST_MOMENTS)
        .map(Rated::moment)
        .toList();
  }

  private static Rated rated(SpokenTurn.Stored turn, Found found) {
    Moment moment =
        new Moment(
            turn.turn(),
            turn.speaker(),
            turn.startMs(),
            turn.text(),
            found.spans(),
            found.isDoubtful());
    return new Rated(moment, found.worth);
  }

  private static void look(Leaf leaf, ConversationId id, SpokenTurn turn, Found found) {
    boolean bound = leaf.binding().stream().allMatch(each -> turn.meets(each, Map.of()));
    if (!bound) {
      return;
    }
    if (leaf instanceof Leaf.Words words) {
      say(words.spoken(), turn, found);
    } else if (leaf instanceof Leaf.Meant meant) {
      cosine(meant, id, turn.stored().turn()).ifPresent(cosine -> found.add(List.of(), 2 + cosine));
    } else {
      found.add(List.of(), 0.1);
    }
  }

  private static void say(Spoken spoken, SpokenTurn turn, Found found) {
    List<Place> places = turn.found(spoken);
    if (!places.isEmpty()) {
      boolean sure = places.stream().anyMatch(Place::sure);
      found.add(places, sure ? 2 + Math.min(places.size(), 10) / 20.0 : 1);
    }
  }

  /** The first chain is worth more than anything else, for only whole it shows what was meant. */
  private static void follow(Leaf.InOrder order, List<SpokenTurn> turns, List<Found> found) {
    List<BitSet> met = order.steps().stream().map(step -> meeting(step, turns)).toList();
    List<Integer> chain = new TurnChain(met, order.within()).first();
    for (int at = 0; at < turns.size(); at++) {
      int step = chain.indexOf(turns.get(at).stored().turn());
      if (step >= 0) {
        found.get(at).add(List.of(), WORTH_OF_ORDER);
        for (Spoken spoken : order.steps().get(step).marked()) {
          say(spoken, turns.get(at), found.get(at));
        }
      }
    }
  }

  private static BitSet meeting(Step step, List<SpokenTurn> turns) {
    BitSet meeting = new BitSet();
    turns.stream()
        .filter(step::isMetBy)
        .mapToInt(turn -> turn.stored().turn())
        .forEach(meeting::set);
    return meeting;
  }

  private static Optional<Double> cosine(Leaf.Meant meant, ConversationId id, int turn) {
    return Optional.ofNullable(meant.nearest().get(id)).map(turns -> turns.get(turn));
  }
}
