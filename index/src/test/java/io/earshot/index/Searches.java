package io.earshot.index;

import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;

/** Searches in few words. */
final class Searches {
  private Searches() {}

  static SearchPage found(ConversationIndex index, String query, int limit) {
    return index.finder().find(Selection.of(query, Scope.ALL), PageRequest.best(limit));
  }
}
