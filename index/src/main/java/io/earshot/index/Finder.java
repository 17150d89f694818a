package io.earshot.index;

import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.Completions;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import io.earshot.index.query.QueryParser;
import java.util.function.Consumer;

/**
 * Finds conversations. Nothing outside of a selection's scope is found, counted or proposed,
 * whatever its query says. Safe for many threads.
 *
 * <p>Methods that take a query throw a {@link io.earshot.conversation.search.QueryMistake} when it
 * can't be understood.
 */
public final class Finder {
  private static final int ROWS_AT_ONCE = 1000;

  private final Connection connection;
  private final Schema schema;
  private final QueryParser parser;
  private final Planner planner;
  private final Searcher searcher;
  private final FacetCounter facets;
  private final Proposals proposals;

  Finder(
      Connection connection,
      Schema schema,
      QueryParser parser,
      Planner planner,
      Searcher searcher,
      Aggregations aggregations) {
    this.connection = connection;
    this.schema = schema;
    this.parser = parser;
    this.planner = planner;
    this.searcher = searcher;
    this.facets = new FacetCounter(aggregations, planner);
    this.proposals = new Proposals(aggregations);
  }

  /** One page of what is selected. */
  public SearchPage find(Selection selection, PageRequest page) {
    return searcher.page(planner.plan(selection), page);
  }

  /** How many of what is selected have which values. */
  public FacetCounts facets(Selection selection) {
    return facets.count(selection);
  }

  /** A random part of what is selected; the same seed draws the same ones in the same order. */
  public SearchPage sample(Selection selection, int size, int seed) {
    return searcher.sample(planner.plan(selection), size, seed);
  }

  /** Hands over everything that is selected as it is now, newest first. */
  public void each(Selection selection, Consumer<ConversationSummary> row) {
    SourceConfig source =
        SourceConfig.of(s -> s.filter(filter -> filter.includes(StoredFields.SUMMARY)));
    new Scan(
            "Reading rows",
            schema.conversations(),
            planner.plan(selection).query(),
            HitSearch.NEWEST_FIRST,
            source,
            ROWS_AT_ONCE)
        .each(
            connection,
            hit -> row.accept(StoredFields.summary(new ConversationId(hit.id()), hit.source())));
  }

  /** Returns when a query can be understood. */
  public void check(String query) {
    parser.parse(query);
  }

  /**
   * What could stand at a place of a query.
   *
   * @param position characters before the caret
   * @param scope whose values are proposed
   */
  public Completions complete(String query, int position, Scope scope) {
    return proposals.at(query, position, scope);
  }
}
