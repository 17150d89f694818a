package io.earshot.routes.ledger;

import io.earshot.conversation.ConversationId;
import io.earshot.index.ConversationIndex;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that nothing was lost: every conversation that the vault received is in the index, in
 * quarantine, or in a queue. The three are asked independently; what none of them knows is lost.
 */
public final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  /** A conversation may for a moment be between the vault and its first queue. */
  private static final int LOOKS = 4;

  private static final long BETWEEN_LOOKS_MS = 500;

  private final Vault vault;
  private final Queues queues;
  private final ConversationIndex index;

  public Ledger(Vault vault, Queues queues, ConversationIndex index) {
    this.vault = vault;
    this.queues = queues;
    this.index = index;
  }

  /** Looks at the vault, the queues and the index, and compares them. */
  public LedgerReport examine() {
    List<ConversationId> received = received();
    List<LedgerItem> open = new ArrayList<>();
    Set<ConversationId> known = new HashSet<>(received);
    long indexed = sort(received, open);
    for (int look = 1; look < LOOKS && open.stream().anyMatch(LedgerItem::isLost); look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS_MS));
      List<ConversationId> lost =
          open.stream().filter(LedgerItem::isLost).map(LedgerItem::id).toList();
      open.removeIf(LedgerItem::isLost);
      indexed += sort(lost, open);
    }
    index.ids().stream()
        .filter(id -> !known.contains(id) && !vault.contains(id))
        .forEach(id -> open.add(LedgerItem.stray(id)));
    return LedgerReport.of(received.size(), indexed, open);
  }

  private List<ConversationId> received() {
    try (Stream<ConversationId> ids = vault.ids()) {
      return ids.toList();
    }
  }

  /** Adds what is not indexed to {@code open}; returns how many are indexed. */
  private long sort(List<ConversationId> ids, List<LedgerItem> open) {
    // In the direction in which conversations move, so that none slips through between.
    Map<Stage, Set<ConversationId>> waiting = new EnumMap<>(Stage.class);
    for (Stage stage : Queues.STAGES) {
      waiting.put(stage, queues.waiting(stage));
    }
    index.refresh();
    Set<ConversationId> found = index.ids();
    long indexed = 0;
    for (ConversationId id : ids) {
      if (vault.outcome(id) == Outcome.QUARANTINED) {
        open.add(LedgerItem.quarantined(id, vault));
      } else if (waiting.values().stream().anyMatch(queue -> queue.contains(id))) {
        open.add(LedgerItem.inFlight(id, vault, waiting));
      } else if (found.contains(id)) {
        indexed++;
      } else {
        open.add(LedgerItem.lost(id, vault));
      }
    }
    return indexed;
  }

  /**
   * Queues again what is in the vault and nowhere else: its sender died between the two, or the
   * queues or the index were lost.
   *
   * @return the conversations that were queued again
   */
  public Set<ConversationId> reconcile() {
    Set<ConversationId> queued = new TreeSet<>();
    for (LedgerItem item : examine().items()) {
      if (item.isLost()) {
        Stage stage = vault.next(item.id());
        vault.release(item.id()); // what has an outcome is not worked on
        queues.send(stage, item.id());
        queued.add(item.id());
        LOG.warn("{} had lost its place: queued again for {}", item.id(), stage.code());
      }
    }
    return queued;
  }
}
