package io.earshot.routes.service;

import io.earshot.index.ConversationIndex;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.stage.Activity;
import java.util.Optional;

/** What commands work with, whether this process runs it or another one does. */
public interface Installation extends AutoCloseable {
  Vault vault();

  Queues queues();

  /** Waits until the index answers, when it is starting. */
  ConversationIndex index();

  /** What the stages do now, where they run in this process. */
  Optional<Activity> activity();

  /** Whether the workers behind this are still there. */
  boolean alive();

  @Override
  void close();
}
