package io.earshot.routes.cli;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Conversations whose outcome a command waits for. Safe for use by several threads. */
final class PendingWork {
  /** Outcomes asked for at one look, so that a look stays short however many wait. */
  private static final int ASKED_AT_ONCE = 64;

  private final Set<ConversationId> seen = new HashSet<>();
  private final Deque<ConversationId> open = new ArrayDeque<>();
  private int done;

  synchronized void add(ConversationId id) {
    if (seen.add(id)) {
      open.add(id);
    }
  }

  synchronized int seen() {
    return seen.size();
  }

  synchronized int done() {
    return done;
  }

  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  /** Hands out those that have come to an end, each once. Returns whether there were any. */
  boolean collect(Vault vault, Consumer<ConversationId> ended) {
    boolean any = false;
    int looks;
    synchronized (this) {
      looks = Math.min(open.size(), ASKED_AT_ONCE);
    }
    for (int i = 0; i < looks; i++) {
      ConversationId id;
      synchronized (this) {
        id = open.poll();
      }
      if (vault.outcome(id) == Outcome.PENDING) {
        synchronized (this) {
          open.add(id);
        }
      } else {
        ended.accept(id);
        any = true;
        synchronized (this) {
          done++;
        }
      }
    }
    return any;
  }
}
