package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.index.query.Query.And;
import io.earshot.index.query.Query.Meaning;
import io.earshot.index.query.Query.Not;
import io.earshot.index.query.Query.Or;
import io.earshot.index.query.Query.Said;
import io.earshot.index.text.Token;
import io.earshot.index.text.WordBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes one query tree as one Elasticsearch query over the conversations, and collects on the way
 * the conditions that hits are ranked and moments are chosen by. For one query, one thread.
 */
final class QueryTranslator {
  private static final String TURNS = "turns";
  private static final String PREFIX = "turns.";

  /** Far below the score of a word that was said, which is 1 and more unless every turn has it. */
  private static final float SHARE_OF_ALTERNATIVES = 0.1f;

  private final WordBreaker breaker;
  private final MeaningSearch meanings;
  private final List<Query> narrowing;
  private final List<Leaf> leaves = new ArrayList<>();

  /**
   * @param narrowing conditions outside of the query; a search by meaning looks only at turns that
   *     meet them, or the nearest turns could all be ones that are not wanted
   */
  QueryTranslator(WordBreaker breaker, MeaningSearch meanings, List<Query> narrowing) {
    this.breaker = breaker;
    this.meanings = meanings;
    this.narrowing = narrowing;
  }

  /**
   * What holds around a part of the query.
   *
   * @param binding conditions on the turns in which its words are said
   * @param facts conditions on the conversation, to narrow a search by meaning beforehand
   * @param positive whether it is under an even number of NOTs
   */
  private record Context(
      List<io.earshot.index.query.Query> binding,
      List<io.earshot.index.query.Query> facts,
      boolean positive) {

    Context negated() {
      // Facts of a group around a NOT still hold for what the NOT speaks of.
      return new Context(binding, facts, !positive);
    }
  }

  Query translate(io.earshot.index.query.Query query) {
    return part(query, new Context(List.of(), List.of(), true));
  }

  /** The positive conditions, after {@link #translate}. */
  List<Leaf> leaves() {
    return leaves;
  }

  private Query part(io.earshot.index.query.Query query, Context context) {
    if (query instanceof And and) {
      return group(and.parts(), context);
    }
    if (query instanceof Said said) {
      return said(said, context);
    }
    if (query instanceof Meaning meaning) {
      return meaning(meaning, context);
    }
    if (Conditions.isAboutFacts(query)) {
      return Conditions.all(List.of(Conditions.filter(query, PREFIX)));
    }
    if (query instanceof Or or) {
      List<Query> parts = or.parts().stream().map(part -> part(part, context)).toList();
      return Query.of(q -> q.bool(bool -> bool.should(parts).minimumShouldMatch("1")));
    }
    if (query instanceof Not not) {
      Query part = part(not.part(), context.negated());
      return Query.of(q -> q.bool(bool -> bool.mustNot(part)));
    }
    return group(List.of(query), context);
  }

  private Query group(List<io.earshot.index.query.Query> parts, Context outer) {
    List<io.earshot.index.query.Query> aboutTurns =
        parts.stream().filter(Conditions::isAboutTurns).toList();
    Context context =
        new Context(
            joined(outer.binding(), aboutTurns),
            joined(outer.facts(), parts.stream().filter(Conditions::isAboutFacts).toList()),
            outer.positive());
    List<Query> must = new ArrayList<>();
    boolean spoken = false;
    for (io.earshot.index.query.Query part : parts) {
      if (!Conditions.isAboutTurns(part)) {
        must.add(part(part, context));
        spoken |= isSpoken(part);
      }
    }
    if (!aboutTurns.isEmpty() && !spoken) {
      must.add(anyTurn(aboutTurns, outer));
    }
    return Query.of(q -> q.bool(bool -> bool.must(must)));
  }

  /**
   * A group in which no words have to be said is met by any turn of that speaker and mood; only
   * negative conditions ({@code NOT emotion:anger}) are met when no turn is otherwise.
   */
  private Query anyTurn(List<io.earshot.index.query.Query> aboutTurns, Context outer) {
    boolean onlyNegative = aboutTurns.stream().allMatch(Not.class::isInstance);
    if (onlyNegative) {
      List<Query> forbidden = new ArrayList<>();
      for (io.earshot.index.query.Query condition : aboutTurns) {
        io.earshot.index.query.Query inner = ((Not) condition).part();
        forbidden.add(nested(Conditions.filters(joined(outer.binding(), List.of(inner)), PREFIX)));
      }
      return Query.of(q -> q.bool(bool -> bool.mustNot(forbidden)));
    }
    List<io.earshot.index.query.Query> binding = joined(outer.binding(), aboutTurns);
    if (outer.positive()) {
      leaves.add(new Leaf.AnyTurn(binding));
    }
    Query turn = nested(Conditions.filters(binding, PREFIX));
    return Query.of(q -> q.bool(bool -> bool.filter(turn)));
  }

  private static Query nested(List<Query> filters) {
    Query all = Conditions.all(filters);
    return Query.of(q -> q.nested(n -> n.path(TURNS).scoreMode(ChildScoreMode.None).query(all)));
  }

  /** Whether some turn has to say or mean something for this part to be met. */
  private static boolean isSpoken(io.earshot.index.query.Query query) {
    if (query instanceof And and) {
      return and.parts().stream().anyMatch(QueryTranslator::isSpoken);
    }
    if (query instanceof Or or) {
      return or.parts().stream().anyMatch(QueryTranslator::isSpoken);
    }
    return query instanceof Said || query instanceof Meaning || Conditions.isAboutTurns(query);
  }

  private Query said(Said said, Context context) {
    List<Token> tokens = breaker.tokens(said.text());
    if (tokens.isEmpty()) {
      throw new QueryMistake(
          "Nothing to search for in '%s'".formatted(said.text()),
          said.position(),
          said.text().length(),
          "expected letters, digits or characters");
    }
    if (context.positive()) {
      leaves.add(new Leaf.Words(context.binding(), tokens, said.form()));
    }
    Query words = words(tokens, said.form(), context.positive());
    List<Query> binding = Conditions.filters(context.binding(), PREFIX);
    Query turn = Query.of(q -> q.bool(bool -> bool.must(words).filter(binding)));
    return Query.of(q -> q.nested(n -> n.path(TURNS).scoreMode(ChildScoreMode.Max).query(turn)));
  }

  /** What must not have been said is what surely was: a doubt excludes nothing. */
  private static Query words(
      List<Token> tokens, io.earshot.index.query.Query.Form form, boolean positive) {
    List<String> exact = tokens.stream().map(Token::exact).toList();
    List<String> stems = tokens.stream().map(Token::stem).toList();
    return switch (form) {
      case WORD -> positive ? saidOrPerhaps(stems) : row("turns.stems", stems);
      case PHRASE -> row("turns.exact", exact);
      case BEGINNING -> beginning(exact);
    };
  }

  /** What may have been said counts too, but less than what surely was. */
  private static Query saidOrPerhaps(List<String> stems) {
    Query said = row("turns.stems", stems);
    Query row = row("turns.perhaps", stems);
    Query perhaps = Query.of(q -> q.constantScore(c -> c.filter(row).boost(SHARE_OF_ALTERNATIVES)));
    return Query.of(q -> q.disMax(d -> d.queries(said, perhaps)));
  }

  private static Query row(String field, List<String> words) {
    if (words.size() == 1) {
      return Query.of(q -> q.term(term -> term.field(field).value(words.get(0))));
    }
    return Query.of(q -> q.matchPhrase(m -> m.field(field).query(String.join(" ", words))));
  }

  private static Query beginning(List<String> words) {
    if (words.size() == 1) {
      return Query.of(q -> q.prefix(p -> p.field("turns.exact").value(words.get(0))));
    }
    return Query.of(
        q ->
            q.matchPhrasePrefix(
                m -> m.field("turns.exact").query(String.join(" ", words)).maxExpansions(200)));
  }

  private Query meaning(Meaning meaning, Context context) {
    Map<ConversationId, Map<Integer, Double>> nearest =
        meanings.nearest(
            meaning,
            joined(
                narrowing,
                joined(
                    Conditions.filters(context.binding(), ""),
                    Conditions.filters(context.facts(), ""))));
    if (context.positive()) {
      leaves.add(new Leaf.Meant(context.binding(), nearest));
    }
    List<String> ids = nearest.keySet().stream().map(ConversationId::value).toList();
    Query found = Query.of(q -> q.ids(i -> i.values(ids)));
    // Meaning is ranked by its own similarities, so it adds nothing to the score of the words.
    return Query.of(q -> q.bool(bool -> bool.filter(found)));
  }

  private static <T> List<T> joined(List<T> left, List<T> right) {
    List<T> joined = new ArrayList<>(left);
    joined.addAll(right);
    return joined;
  }
}
