package io.earshot.index.query;

import io.earshot.conversation.search.QueryMistake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts conditions on turns in order: {@code refund then sorry within 5 turns}.
 *
 * <p>{@code THEN} in capitals always is the operator. In small letters it is one only where {@code
 * within 5 turns} follows in the same group, for people look for the word "then" too.
 */
final class TurnOrder {
  private static final int FURTHEST = 1000;

  private final List<Query> steps = new ArrayList<>();
  private final List<Integer> within = new ArrayList<>();
  private final List<Query> facts = new ArrayList<>();
  private final int position;

  TurnOrder(Query first, int position) {
    this.position = position;
    steps.add(step(first, position));
  }

  void then(Query next, Lexeme operator) {
    steps.add(step(next, operator.position()));
  }

  /** Holds for all steps that have no bound of their own yet. */
  void within(Lexeme lexeme) {
    int turns = Numbers.upTo(FURTHEST, lexeme.text());
    if (turns == 0) {
      throw new QueryMistake(
          "Bad number of turns '%s'".formatted(lexeme.text()),
          lexeme.position(),
          "expected within 1 to within %d turns".formatted(FURTHEST));
    }
    bound(turns);
  }

  private void bound(int turns) {
    while (within.size() < steps.size() - 1) {
      within.add(turns);
    }
  }

  /** Facts hold for the whole conversation, whichever step they stand in. */
  Query query() {
    bound(Query.Then.ANYWHERE);
    Query.Then then = new Query.Then(steps, within, position);
    if (facts.isEmpty()) {
      return then;
    }
    List<Query> parts = new ArrayList<>(facts);
    parts.add(then);
    return new Query.And(parts);
  }

  private Query step(Query query, int place) {
    if (!(query instanceof Query.And and)) {
      return checked(query, place);
    }
    List<Query> parts = new ArrayList<>();
    for (Query part : and.parts()) {
      if (part.isAboutFacts()) {
        facts.add(part);
      } else {
        parts.add(checked(part, place));
      }
    }
    if (parts.isEmpty()) {
      throw notOfTurns(place);
    }
    return parts.size() == 1 ? parts.get(0) : new Query.And(parts);
  }

  private static Query checked(Query query, int place) {
    if (!isOfOneTurn(query)) {
      throw notOfTurns(place);
    }
    return query;
  }

  private static boolean isOfOneTurn(Query query) {
    if (query instanceof Query.And and) {
      return and.parts().stream().allMatch(TurnOrder::isOfOneTurn);
    }
    if (query instanceof Query.Or or) {
      return or.parts().stream().allMatch(TurnOrder::isOfOneTurn);
    }
    if (query instanceof Query.Not not) {
      return isOfOneTurn(not.part());
    }
    return query instanceof Query.Said || query instanceof Query.Near || query.isAboutTurns();
  }

  private static QueryMistake notOfTurns(int place) {
    return new QueryMistake(
        "THEN beside something that is not about a turn",
        place,
        4,
        "expected words, phrases, speaker: or emotion: on both sides");
  }

  /** The same lexemes, with the words that are operators here made such. */
  static List<Lexeme> marked(List<Lexeme> lexemes) {
    return new Marking(lexemes).run();
  }

  /** One pass over the lexemes of a query. */
  private static final class Marking {
    private final List<Lexeme> lexemes;
    private final List<Lexeme> marked = new ArrayList<>();

    /** For each open bracket, where a THEN or "then" waits for its bound. */
    private final Deque<List<Integer>> waiting = new ArrayDeque<>(List.of(new ArrayList<>()));

    Marking(List<Lexeme> lexemes) {
      this.lexemes = lexemes;
    }

    List<Lexeme> run() {
      for (int at = 0; at < lexemes.size(); at++) {
        Lexeme lexeme = lexemes.get(at);
        if (isBound(at)) {
          waiting.peek().forEach(this::mark);
          waiting.peek().clear();
          String turns = lexemes.get(at + 1).text();
          marked.add(new Lexeme(Lexeme.Type.WITHIN, turns, lexemes.get(at + 1).position()));
          at += 2;
        } else {
          follow(lexeme);
          marked.add(lexeme);
          if (isWord(lexeme, "then") && lexeme.text().equals("THEN")) {
            mark(marked.size() - 1);
          }
        }
      }
      return marked;
    }

    private void follow(Lexeme lexeme) {
      switch (lexeme.type()) {
        case OPEN -> waiting.push(new ArrayList<>());
        case CLOSE -> close();
        case OR -> waiting.peek().clear();
        case WORD -> word(lexeme);
        case QUOTED, FIELD, TILDE, AND, NOT, NEAR, THEN, WITHIN, END -> {}
      }
    }

    private void close() {
      if (waiting.size() > 1) {
        waiting.pop();
      }
    }

    private void word(Lexeme lexeme) {
      if (isWord(lexeme, "then")) {
        waiting.peek().add(marked.size());
      } else if (lexeme.text().equals("WITHIN") && !waiting.peek().isEmpty()) {
        throw new QueryMistake(
            "WITHIN without a number of turns",
            lexeme.position(),
            lexeme.text().length(),
            "expected WITHIN 5 TURNS");
      }
    }

    private void mark(int index) {
      Lexeme then = marked.get(index);
      marked.set(index, new Lexeme(Lexeme.Type.THEN, then.text(), then.position()));
    }

    /** {@code within 5 turns} behind a then. */
    private boolean isBound(int at) {
      return !waiting.peek().isEmpty()
          && at + 2 < lexemes.size()
          && isWord(lexemes.get(at), "within")
          && lexemes.get(at + 1).is(Lexeme.Type.WORD)
          && lexemes.get(at + 1).text().matches("\\d+")
          && (isWord(lexemes.get(at + 2), "turns") || isWord(lexemes.get(at + 2), "turn"));
    }

    private static boolean isWord(Lexeme lexeme, String word) {
      return lexeme.is(Lexeme.Type.WORD) && lexeme.text().equalsIgnoreCase(word);
    }
  }
}
