package io.earshot.routes.console;

import io.earshot.console.finding.ConversationSearch;
import io.earshot.console.overview.ConversationFigures;
import io.earshot.console.testing.MemoryConversations;

/** The stand-in keeps the promises that the index keeps. */
class MemoryConversationsTest extends FindingContract {
  private final MemoryConversations memory = new MemoryConversations();

  MemoryConversationsTest() {
    sketches().forEach(memory::add);
  }

  @Override
  ConversationSearch search() {
    return memory;
  }

  @Override
  ConversationFigures figures() {
    return memory;
  }
}
