package io.earshot.routes.console;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which conversations are quarantined, latest first. The vault is looked through only now and then:
 * what this process does is told here at once, what others do shows at the next look.
 */
final class QuarantineList {
  private static final long LEAST_AGE = TimeUnit.SECONDS.toNanos(2);

  /** So that looking takes a twentieth of a processor at most. */
  private static final int PAUSE_TIMES = 20;

  private final Vault vault;
  private final Map<ConversationId, Instant> known = new ConcurrentHashMap<>();
  private long nextLook = System.nanoTime();

  QuarantineList(Vault vault) {
    this.vault = vault;
  }

  List<ConversationId> latestFirst() {
    look();
    return known.entrySet().stream()
        .sorted(Map.Entry.<ConversationId, Instant>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  void add(ConversationId id, Instant at) {
    known.put(id, at);
  }

  void remove(ConversationId id) {
    known.remove(id);
  }

  private synchronized void look() {
    long start = System.nanoTime();
    if (start - nextLook < 0) {
      return;
    }
    Set<ConversationId> found = quarantined();
    known.keySet().retainAll(found);
    found.forEach(id -> known.computeIfAbsent(id, this::since));
    long took = System.nanoTime() - start;
    nextLook = System.nanoTime() + Math.max(LEAST_AGE, PAUSE_TIMES * took);
  }

  private Set<ConversationId> quarantined() {
    try (Stream<ConversationId> ids = vault.ids()) {
      return ids.filter(id -> vault.outcome(id) == Outcome.QUARANTINED).collect(Collectors.toSet());
    }
  }

  private Instant since(ConversationId id) {
    return vault.quarantined(id).map(Quarantine::at).orElse(Instant.EPOCH);
  }
}
