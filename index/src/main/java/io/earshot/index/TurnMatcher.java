package io.earshot.index;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.search.Moment;
import io.earshot.conversation.search.Moment.Span;
import io.earshot.index.query.Query;
import io.earshot.index.text.Token;
import io.earshot.index.text.WordBreaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the moments of a conversation that a search is about, and the words in them. */
final class TurnMatcher {
  private static final int MOST_MOMENTS = 5;

  private final WordBreaker breaker;
  private final List<Leaf> leaves;

  TurnMatcher(WordBreaker breaker, List<Leaf> leaves) {
    this.breaker = breaker;
    this.leaves = leaves;
  }

  /** A turn as it is stored. */
  record StoredTurn(
      int turn,
      Speaker speaker,
      String emotion,
      long startMs,
      String text,
      List<DoubtfulWord> doubtful) {

    @Override
    public String toString() {
      return "StoredTurn[%d]".formatted(turn);
    }
  }

  private record Rated(Moment moment, double worth) {}

  /** Best first: turns that meet most conditions, then earlier ones. */
  List<Moment> moments(ConversationId id, List<StoredTurn> turns) {
    List<Rated> rated = new ArrayList<>();
    turns.forEach(turn -> rate(id, turn).ifPresent(rated::add));
    return rated.stream()
        .sorted(
            Comparator.comparingDouble(Rated::worth)
                .reversed()
                .thenComparing(each -> each.moment().turn()))
        .limit(MOST_MOMENTS)
        .map(Rated::moment)
        .toList();
  }

  private Optional<Rated> rate(ConversationId id, StoredTurn turn) {
    Optional<List<Token>> tokens = Optional.empty();
    List<Span> spans = new ArrayList<>();
    double worth = 0;
    for (Leaf leaf : leaves) {
      if (!leaf.binding().stream().allMatch(condition -> holds(condition, turn))) {
        continue;
      }
      if (leaf instanceof Leaf.Words words) {
        tokens = tokens.or(() -> Optional.of(breaker.tokens(turn.text())));
        List<Span> found = WordFinder.spans(words, tokens.orElseThrow());
        spans.addAll(found);
        worth += found.isEmpty() ? 0 : 2 + Math.min(found.size(), 10) / 20.0;
        if (found.isEmpty()) {
          List<Span> perhaps = perhaps(words, turn);
          spans.addAll(perhaps);
          worth += perhaps.isEmpty() ? 0 : 1;
        }
      } else if (leaf instanceof Leaf.Meant meant) {
        worth += cosine(meant, id, turn.turn()).map(cosine -> 2 + cosine).orElse(0.0);
      } else {
        worth += 0.1;
      }
    }
    if (worth == 0) {
      return Optional.empty();
    }
    Moment moment =
        new Moment(
            turn.turn(), turn.speaker(), turn.startMs(), turn.text(), WordFinder.merged(spans));
    return Optional.of(new Rated(moment, worth));
  }

  /** The doubtful words that may have been what is searched for. */
  private List<Span> perhaps(Leaf.Words words, StoredTurn turn) {
    if (words.form() != Query.Form.WORD) {
      return List.of();
    }
    return turn.doubtful().stream()
        .filter(
            word ->
                word.alternatives().stream()
                    .anyMatch(text -> !WordFinder.spans(words, breaker.tokens(text)).isEmpty()))
        .map(word -> new Span(word.start(), word.end()))
        .toList();
  }

  private static Optional<Double> cosine(Leaf.Meant meant, ConversationId id, int turn) {
    return Optional.ofNullable(meant.nearest().get(id)).map(turns -> turns.get(turn));
  }

  /** The same decision as the index makes for a nested turn. */
  private static boolean holds(Query condition, StoredTurn turn) {
    if (condition instanceof Query.And and) {
      return and.parts().stream().allMatch(part -> holds(part, turn));
    }
    if (condition instanceof Query.Or or) {
      return or.parts().stream().anyMatch(part -> holds(part, turn));
    }
    if (condition instanceof Query.Not not) {
      return !holds(not.part(), turn);
    }
    return condition instanceof Query.Named named && holds(named, turn);
  }

  private static boolean holds(Query.Named named, StoredTurn turn) {
    String actual =
        switch (named.field()) {
          case SPEAKER -> turn.speaker().code();
          default -> turn.emotion();
        };
    if (!named.pattern()) {
      return actual.equalsIgnoreCase(named.value());
    }
    return WordFinder.matches(
        named.value().toLowerCase(Locale.ROOT), actual.toLowerCase(Locale.ROOT));
  }
}
