package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import java.util.Optional;

/** Receipts for what the vault had already: they say where the work on it stands. */
final class KnownReceipts {
  private final Vault vault;

  KnownReceipts(Vault vault) {
    this.vault = vault;
  }

  Receipt of(Conversation conversation) {
    Optional<String> reason = vault.quarantined(conversation.id()).map(Quarantine::reason);
    Stage next = reason.isPresent() ? Stage.INTAKE : vault.next(conversation.id());
    return new Receipt(
        conversation.id(), conversation.source(), conversation.channel(), next, true, reason);
  }
}
