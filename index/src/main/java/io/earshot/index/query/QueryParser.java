package io.earshot.index.query;

import io.earshot.conversation.search.QueryMistake;
import io.earshot.index.query.Query.Form;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads query text by recursive descent: {@code or := all (OR all)*}, {@code all := then ([AND]
 * then)*}, {@code then := and (THEN and [WITHIN n TURNS])*}, {@code and := not ([AND] not)*},
 * {@code not := [NOT] near}, {@code near := leaf (near/n leaf)*}, {@code leaf := word | "phrase" |
 * ~meaning | field:value | (or)}.
 *
 * <p>Safe for many threads. It throws nothing but {@link QueryMistake}, whatever it is given;
 * length, depth and number of conditions are bounded.
 */
public final class QueryParser {
  private static final int LONGEST = 4000;
  private static final int DEEPEST = 30;
  private static final int MOST_CONDITIONS = 60;

  private final FieldValues values;

  /**
   * @param zone in which dates without a time zone are meant
   */
  public QueryParser(ZoneId zone) {
    this.values = new FieldValues(zone);
  }

  /** The tree of a query, or the reason why there is none. */
  public Query parse(String text) {
    if (text.length() > LONGEST) {
      throw new QueryMistake(
          "Query of %d characters".formatted(text.length()),
          LONGEST,
          "expected at most %d".formatted(LONGEST));
    }
    return new Descent(Lexer.lexemes(text)).whole();
  }

  /** One pass over one query. */
  private final class Descent {
    private final List<Lexeme> lexemes;
    private int at;
    private int depth;
    private int conditions;

    Descent(List<Lexeme> lexemes) {
      this.lexemes = lexemes;
    }

    Query whole() {
      if (peek().is(Lexeme.Type.END)) {
        throw new QueryMistake(
            "Empty query", 1, "type what to look for, or * for every conversation");
      }
      Query query = or();
      if (peek().is(Lexeme.Type.CLOSE)) {
        throw new QueryMistake(
            "Bracket ) without its (", peek().position(), "remove it or open one before it");
      }
      return query;
    }

    private Query or() {
      List<Query> parts = new ArrayList<>();
      parts.add(all());
      while (peek().is(Lexeme.Type.OR)) {
        next();
        parts.add(all());
      }
      return parts.size() == 1 ? parts.get(0) : new Query.Or(parts);
    }

    /** Turns in order may have other conditions behind them. */
    private Query all() {
      List<Query> parts = new ArrayList<>();
      parts.add(then());
      while (!endsGroup()) {
        if (peek().is(Lexeme.Type.AND)) {
          next();
        }
        parts.add(then());
      }
      return parts.size() == 1 ? parts.get(0) : new Query.And(parts);
    }

    private Query then() {
      Query first = and();
      if (!peek().is(Lexeme.Type.THEN)) {
        return first;
      }
      TurnOrder order = new TurnOrder(first, peek().position());
      while (peek().is(Lexeme.Type.THEN)) {
        Lexeme operator = next();
        order.then(and(), operator);
        if (peek().is(Lexeme.Type.WITHIN)) {
          order.within(next());
        }
      }
      return order.query();
    }

    private Query and() {
      List<Query> parts = new ArrayList<>();
      parts.add(not());
      while (!endsGroup() && !peek().is(Lexeme.Type.THEN) && !peek().is(Lexeme.Type.WITHIN)) {
        if (peek().is(Lexeme.Type.AND)) {
          next();
        }
        parts.add(not());
      }
      return parts.size() == 1 ? parts.get(0) : new Query.And(parts);
    }

    private boolean endsGroup() {
      return peek().is(Lexeme.Type.OR)
          || peek().is(Lexeme.Type.CLOSE)
          || peek().is(Lexeme.Type.END);
    }

    private Query not() {
      boolean negated = false;
      while (peek().is(Lexeme.Type.NOT)) {
        next();
        negated = !negated;
      }
      Query near = near();
      return negated ? new Query.Not(near) : near;
    }

    private Query near() {
      Query left = leaf();
      while (peek().is(Lexeme.Type.NEAR)) {
        left = Nearness.of(left, next(), this::leaf);
      }
      return left;
    }

    private Query leaf() {
      Lexeme lexeme = next();
      if (++conditions > MOST_CONDITIONS) {
        throw new QueryMistake(
            "Too many conditions",
            lexeme.position(),
            "expected at most %d".formatted(MOST_CONDITIONS));
      }
      return switch (lexeme.type()) {
        case WORD -> word(lexeme);
        case QUOTED -> new Query.Said(lexeme.text(), Form.PHRASE, lexeme.position());
        case TILDE -> meaning(lexeme);
        case FIELD -> field(lexeme);
        case OPEN -> bracket(lexeme);
        case CLOSE, AND, OR, NOT, NEAR, THEN, WITHIN, END -> throw missing(lexeme);
      };
    }

    private Query word(Lexeme lexeme) {
      String word = lexeme.text();
      if (word.equals("*")) {
        return new Query.Everything();
      }
      String stem = word.replaceFirst("[*\uff0a]+$", "");
      if (stem.indexOf('*') >= 0 || stem.isEmpty()) {
        throw new QueryMistake(
            "Star inside a word",
            lexeme.position() + word.indexOf('*'),
            "a star may only end a word, as in refund*");
      }
      Form form = stem.length() < word.length() ? Form.BEGINNING : Form.WORD;
      return new Query.Said(stem, form, lexeme.position());
    }

    private Query meaning(Lexeme tilde) {
      Lexeme lexeme = peek();
      if (!lexeme.is(Lexeme.Type.WORD) && !lexeme.is(Lexeme.Type.QUOTED)) {
        throw new QueryMistake(
            "~ without a meaning", tilde.position(), "expected ~word or ~\"some words\"");
      }
      return new Query.Meaning(next().text(), tilde.position());
    }

    private Query field(Lexeme name) {
      Field field = Field.of(name.text()).orElseThrow(() -> unknown(name));
      Lexeme value = peek();
      if (!value.is(Lexeme.Type.WORD) && !value.is(Lexeme.Type.QUOTED)) {
        throw new QueryMistake(
            "No value for %s:".formatted(field.code()),
            name.position(),
            name.text().length() + 1,
            "expected %s directly after the colon".formatted(values.example(field)));
      }
      return values.read(field, next());
    }

    private Query bracket(Lexeme open) {
      if (++depth > DEEPEST) {
        throw new QueryMistake(
            "Brackets nested too deep",
            open.position(),
            "expected at most %d levels".formatted(DEEPEST));
      }
      if (peek().is(Lexeme.Type.CLOSE)) {
        throw new QueryMistake("Empty brackets", open.position(), "put a condition between them");
      }
      Query inner = or();
      if (!next().is(Lexeme.Type.CLOSE)) {
        throw new QueryMistake(
            "Bracket ( is not closed", open.position(), "expected a ) at the end of its group");
      }
      depth--;
      return inner;
    }

    private QueryMistake missing(Lexeme found) {
      int index = lexemes.indexOf(found);
      Lexeme before = index > 0 ? lexemes.get(index - 1) : lexemes.get(lexemes.size() - 1);
      if (before.isOperator()) {
        return new QueryMistake(
            "Nothing after " + before.shown(),
            before.position(),
            before.shown().length(),
            "expected a word, a phrase, a field or a bracket");
      }
      return new QueryMistake(
          "Nothing before " + found.shown(),
          found.position(),
          "expected a word, a phrase, a field or a bracket");
    }

    private QueryMistake unknown(Lexeme name) {
      String mend =
          Field.nearest(name.text())
              .map(field -> "did you mean %s:?".formatted(field.code()))
              .orElse(
                  "known fields are %s; to search for the words themselves put them in quotes"
                      .formatted(Field.all()));
      return new QueryMistake(
          "Unknown field '%s'".formatted(name.text()), name.position(), name.text().length(), mend);
    }

    private Lexeme peek() {
      return lexemes.get(at);
    }

    private Lexeme next() {
      Lexeme lexeme = lexemes.get(at);
      at = Math.min(at + 1, lexemes.size() - 1);
      return lexeme;
    }
  }
}
