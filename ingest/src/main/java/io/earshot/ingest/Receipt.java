package io.earshot.ingest;

import io.earshot.conversation.Channel;
import io.earshot.conversation.ConversationId;
import java.util.Optional;

/**
 * Says that a conversation is safely in the vault. An item is received once it has all its
 * receipts.
 *
 * @param id under which the vault has it
 * @param source as the user knows it
 * @param channel call or chat
 * @param next the stage to go on with; INTAKE for what is quarantined
 * @param known whether the vault had it before
 * @param reason why it is quarantined; empty when it can be processed
 */
public record Receipt(
    ConversationId id,
    String source,
    Channel channel,
    Stage next,
    boolean known,
    Optional<String> reason) {

  public boolean quarantined() {
    return reason.isPresent();
  }
}
