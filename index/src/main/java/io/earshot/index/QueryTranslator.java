package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.earshot.conversation.ConversationId;
import io.earshot.index.query.Query.And;
import io.earshot.index.query.Query.Meaning;
import io.earshot.index.query.Query.Not;
import io.earshot.index.query.Query.Or;
import io.earshot.index.query.Query.Then;
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

  private final SpokenReader reader;
  private final MeaningSearch meanings;
  private final SequenceSearch sequences;
  private final Outside outside;
  private final List<Leaf> leaves = new ArrayList<>();

  QueryTranslator(
      SpokenReader reader, MeaningSearch meanings, SequenceSearch sequences, Outside outside) {
    this.reader = reader;
    this.meanings = meanings;
    this.sequences = sequences;
    this.outside = outside;
  }

  /**
   * Conditions outside of the query. Searches that look at some turns or conversations only look at
   * such as meet them, or all they look at could be what is not wanted.
   */
  record Outside(List<Query> turns, List<Query> conversations) {}

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
    if (SpokenReader.isSpoken(query)) {
      return spoken(query, context);
    }
    if (query instanceof Then then) {
      return inOrder(then, context);
    }
    if (query instanceof Meaning meaning) {
      return meaning(meaning, context);
    }
    if (query.isAboutFacts()) {
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
        parts.stream().filter(io.earshot.index.query.Query::isAboutTurns).toList();
    Context context =
        new Context(
            joined(outer.binding(), aboutTurns),
            joined(
                outer.facts(),
                parts.stream().filter(io.earshot.index.query.Query::isAboutFacts).toList()),
            outer.positive());
    List<Query> must = new ArrayList<>();
    boolean spoken = false;
    for (io.earshot.index.query.Query part : parts) {
      if (!part.isAboutTurns()) {
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
    return SpokenReader.isSpoken(query)
        || query instanceof Then
        || query instanceof Meaning
        || query.isAboutTurns();
  }

  private Query spoken(io.earshot.index.query.Query query, Context context) {
    Spoken spoken = reader.read(query);
    if (context.positive()) {
      leaves.add(new Leaf.Words(context.binding(), spoken));
    }
    Query words = SpokenQueries.of(spoken, context.positive());
    List<Query> binding = Conditions.filters(context.binding(), PREFIX);
    return ranked(Query.of(q -> q.bool(bool -> bool.must(words).filter(binding))));
  }

  private static Query ranked(Query turn) {
    return Query.of(q -> q.nested(n -> n.path(TURNS).scoreMode(ChildScoreMode.Max).query(turn)));
  }

  private Query inOrder(Then then, Context context) {
    List<Step> steps =
        then.steps().stream()
            .map(step -> new And(joined(context.binding(), List.of(step))))
            .map(step -> Step.of(step, reader))
            .toList();
    List<Query> turns = steps.stream().map(step -> turn(step.condition(), step, true)).toList();
    List<Query> met = turns.stream().map(QueryTranslator::ranked).toList();
    List<Query> conversations =
        joined(met, joined(outside.conversations(), Conditions.filters(context.facts(), "")));
    List<String> ids = sequences.inOrder(turns, then.within(), Conditions.all(conversations));
    if (context.positive()) {
      leaves.add(new Leaf.InOrder(steps, then.within()));
    }
    Query found = Query.of(q -> q.ids(i -> i.values(ids)));
    return Query.of(q -> q.bool(bool -> bool.must(met).filter(found)));
  }

  /** A condition on one nested turn. */
  private static Query turn(io.earshot.index.query.Query condition, Step step, boolean positive) {
    if (condition instanceof And and) {
      List<Query> parts = and.parts().stream().map(part -> turn(part, step, positive)).toList();
      return Query.of(q -> q.bool(bool -> bool.must(parts)));
    }
    if (condition instanceof Or or) {
      List<Query> parts = or.parts().stream().map(part -> turn(part, step, positive)).toList();
      return Query.of(q -> q.bool(bool -> bool.should(parts).minimumShouldMatch("1")));
    }
    if (condition instanceof Not not) {
      Query part = turn(not.part(), step, !positive);
      return Query.of(q -> q.bool(bool -> bool.mustNot(part)));
    }
    return step.spoken().containsKey(condition)
        ? SpokenQueries.of(step.spoken().get(condition), positive)
        : Conditions.all(List.of(Conditions.filter(condition, PREFIX)));
  }

  private Query meaning(Meaning meaning, Context context) {
    Map<ConversationId, Map<Integer, Double>> nearest =
        meanings.nearest(
            meaning,
            joined(
                outside.turns(),
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
