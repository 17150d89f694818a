package io.earshot.routes.source;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Receipt;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import java.util.function.Consumer;

/**
 * Queues what the intake has put into the vault. Safe for use by several threads.
 *
 * @param again whether what is known and done already is done once more
 */
public record Handover(Vault vault, Queues queues, boolean again) implements Consumer<Receipt> {

  /** The message is on disk when this returns. */
  @Override
  public void accept(Receipt receipt) {
    ConversationId id = receipt.id();
    if (again && receipt.known() && receipt.next() != Stage.INTAKE) {
      vault.release(id);
      queues.send(receipt.next(), id);
    } else if (vault.outcome(id) == Outcome.PENDING) {
      queues.send(vault.next(id), id);
    }
  }

  /** Whether a conversation is still being worked on. */
  boolean isOnItsWay(ConversationId id) {
    return vault.contains(id) && vault.outcome(id) == Outcome.PENDING;
  }
}
