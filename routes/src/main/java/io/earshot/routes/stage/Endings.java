package io.earshot.routes.stage;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.ingest.vault.Quarantine;

/**
 * Is told when a conversation comes to its end, just before the vault notes it, and again when the
 * process died between the two. What is thrown keeps the conversation where it is: the stage tries
 * again. Called by many threads at a time.
 */
public interface Endings {
  void indexed(Conversation conversation, Analysis analysis);

  /** The conversation comes without its turns. */
  void quarantined(Conversation conversation, Quarantine quarantine);
}
