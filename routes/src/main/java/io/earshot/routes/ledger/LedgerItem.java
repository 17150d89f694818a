package io.earshot.routes.ledger;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import java.util.Map;
import java.util.Set;

/**
 * A conversation that is not simply indexed.
 *
 * @param id which
 * @param source where it came from, as the user knows it
 * @param state what the ledger found
 * @param stage where it waits or failed; empty where that has no meaning
 * @param reason why it is quarantined; empty otherwise
 */
public record LedgerItem(
    ConversationId id, String source, State state, String stage, String reason) {

  /** What the ledger found. */
  public enum State {
    QUARANTINED,
    IN_FLIGHT,
    /** In the vault and nowhere else. */
    LOST,
    /** In the index and not in the vault. */
    STRAY
  }

  static LedgerItem quarantined(ConversationId id, Vault vault) {
    String stage = vault.quarantined(id).map(Quarantine::stage).map(Stage::code).orElse("");
    String reason = vault.quarantined(id).map(Quarantine::reason).orElse("");
    return new LedgerItem(id, source(id, vault), State.QUARANTINED, stage, reason);
  }

  static LedgerItem inFlight(
      ConversationId id, Vault vault, Map<Stage, Set<ConversationId>> waiting) {
    Stage last = Stage.TRANSCRIBE;
    for (Map.Entry<Stage, Set<ConversationId>> queue : waiting.entrySet()) {
      last = queue.getValue().contains(id) ? queue.getKey() : last;
    }
    return new LedgerItem(id, source(id, vault), State.IN_FLIGHT, last.code(), "");
  }

  static LedgerItem lost(ConversationId id, Vault vault) {
    return new LedgerItem(id, source(id, vault), State.LOST, "", "");
  }

  private static String source(ConversationId id, Vault vault) {
    return vault.envelope(id).conversation().source();
  }

  static LedgerItem stray(ConversationId id) {
    return new LedgerItem(id, "", State.STRAY, "", "");
  }

  /** Whether no one works on it although someone should. */
  public boolean isLost() {
    return state == State.LOST;
  }
}
