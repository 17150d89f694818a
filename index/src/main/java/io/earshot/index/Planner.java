package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.earshot.conversation.search.Selection;
import io.earshot.index.QueryTranslator.Outside;
import io.earshot.index.query.QueryParser;
import java.util.List;

/**
 * Makes plans of selections. Scope and other conditions stand beside the query as filters of their
 * own, so nothing that is written into the query can widen them. Safe for many threads.
 */
final class Planner {
  private final QueryParser parser;
  private final SpokenReader reader;
  private final MeaningSearch meanings;
  private final SequenceSearch sequences;

  Planner(
      QueryParser parser, SpokenReader reader, MeaningSearch meanings, SequenceSearch sequences) {
    this.parser = parser;
    this.reader = reader;
    this.meanings = meanings;
    this.sequences = sequences;
  }

  /** Everything that a selection says. */
  Plan plan(Selection selection) {
    return plan(selection, Narrowing.ofConversations(selection).all());
  }

  /**
   * Everything but the values that people chose of fields.
   *
   * @param narrowing of the same selection
   */
  Plan open(Selection selection, Narrowing narrowing) {
    return plan(selection, narrowing.always());
  }

  private Plan plan(Selection selection, List<Query> filters) {
    Outside outside =
        new Outside(Narrowing.ofTurns(selection), Narrowing.ofConversations(selection).all());
    QueryTranslator translator = new QueryTranslator(reader, meanings, sequences, outside);
    Query translated = translator.translate(parse(selection.query()));
    Query query = Query.of(q -> q.bool(bool -> bool.must(translated).filter(filters)));
    return new Plan(query, translator.leaves());
  }

  private io.earshot.index.query.Query parse(String query) {
    return query.isBlank() ? new io.earshot.index.query.Query.Everything() : parser.parse(query);
  }
}
