package io.earshot.routes.source;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Queues what the intake has put into the vault, once: what waits already, from before a crash or
 * because two files hold the same, is not queued a second time. Safe for use by several threads.
 */
public final class Handover implements Consumer<Receipt> {
  /** Forgetting costs no more than a message that finds its work done. */
  private static final int MOST_REMEMBERED = 200_000;

  private final Vault vault;
  private final Queues queues;
  private final boolean again;
  private final Map<ConversationId, Boolean> queued =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Boolean> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private boolean looked;

  /**
   * Prepares to queue.
   *
   * @param again whether what is known and done already is worked on once more, with the words that
   *     the vault has
   */
  public Handover(Vault vault, Queues queues, boolean again) {
    this.vault = vault;
    this.queues = queues;
    this.again = again;
  }

  /** The message is on disk when this returns. */
  @Override
  public synchronized void accept(Receipt receipt) {
    ConversationId id = receipt.id();
    boolean done = receipt.known() && !isOnItsWay(id) && receipt.next() != Stage.INTAKE;
    if (again && done) {
      vault.release(id);
      queue(receipt.next(), id);
    } else if (isOnItsWay(id) && !(receipt.known() && isQueued(id))) {
      queue(vault.next(id), id);
    }
  }

  private void queue(Stage stage, ConversationId id) {
    queues.send(stage, id);
    queued.put(id, true);
  }

  /**
   * A message ends only with an outcome: who has none yet and had a message has it still. So one
   * look at the queues does for good.
   */
  private boolean isQueued(ConversationId id) {
    if (!looked) {
      for (Stage stage : Queues.STAGES) {
        queues.waiting(stage).forEach(waiting -> queued.put(waiting, true));
      }
      looked = true;
    }
    return queued.containsKey(id);
  }

  /** Whether a conversation is still being worked on. */
  boolean isOnItsWay(ConversationId id) {
    return vault.contains(id) && vault.outcome(id) == Outcome.PENDING;
  }
}
