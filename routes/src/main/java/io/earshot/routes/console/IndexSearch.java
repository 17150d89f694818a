package io.earshot.routes.console;

import io.earshot.console.finding.ConversationSearch;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.Completions;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import io.earshot.index.ConversationIndex;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The index as the place where the console finds conversations. */
final class IndexSearch implements ConversationSearch {
  private final Supplier<ConversationIndex> index;

  IndexSearch(Supplier<ConversationIndex> index) {
    this.index = index;
  }

  @Override
  public SearchPage find(Selection selection, PageRequest page) {
    return index.get().finder().find(selection, page);
  }

  @Override
  public FacetCounts facets(Selection selection) {
    return index.get().finder().facets(selection);
  }

  @Override
  public SearchPage sample(Selection selection, int size, int seed) {
    return index.get().finder().sample(selection, size, seed);
  }

  @Override
  public void each(Selection selection, Consumer<ConversationSummary> row) {
    index.get().finder().each(selection, row);
  }

  @Override
  public Optional<ConversationSummary> summary(ConversationId id) {
    return index.get().summary(id);
  }

  @Override
  public void check(String query) {
    index.get().finder().check(query);
  }

  @Override
  public Completions complete(String query, int position, Scope scope) {
    return index.get().finder().complete(query, position, scope);
  }
}
