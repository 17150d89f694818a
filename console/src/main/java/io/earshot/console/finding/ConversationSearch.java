package io.earshot.console.finding;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.Completions;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where conversations are found. Every answer keeps to the scope it was asked with, whatever the
 * query says. Safe for many threads; methods may block.
 *
 * <p>Methods that take a query throw a {@link io.earshot.conversation.search.QueryMistake} when it
 * can't be understood, and all of them an {@link io.earshot.conversation.EarshotException} of kind
 * UNAVAILABLE while the index does not answer.
 */
public interface ConversationSearch {

  /** One page of what is selected. */
  SearchPage find(Selection selection, PageRequest page);

  /** How many of what is selected have which values. */
  FacetCounts facets(Selection selection);

  /**
   * A random part of what is selected, drawn without preference. The same seed over the same
   * conversations draws the same ones in the same order.
   */
  SearchPage sample(Selection selection, int size, int seed);

  /**
   * Hands over everything that is selected as it was at one moment, newest first, while more may be
   * written.
   */
  void each(Selection selection, Consumer<ConversationSummary> row);

  /** What is known of one conversation; of any scope, so that the caller has to look at it. */
  Optional<ConversationSummary> summary(ConversationId id);

  /** Whether a query can be understood: returns when it can. A blank one can't. */
  void check(String query);

  /**
   * What could stand at a place of a query, which need not be complete.
   *
   * @param position characters before the caret
   * @param scope whose values are proposed
   */
  Completions complete(String query, int position, Scope scope);
}
