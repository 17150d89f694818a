package io.earshot.analysis;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;

/** Says what a conversation means. Implementations are safe for several threads. */
public interface Analyzer {

  /** The findings of a conversation, each with its evidence; any conversation, an empty one too. */
  Analysis analyze(Conversation conversation);
}
