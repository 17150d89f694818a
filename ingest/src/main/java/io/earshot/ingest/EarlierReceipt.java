package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.vault.Vault;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was known of a conversation when it was received before. A program may have told it with its
 * upload: whoever takes the bare file anew can't, so what nothing tells now stays.
 */
final class EarlierReceipt {
  /** What is found by reading, or chosen, is as it is now or not at all. */
  private static final Set<String> OWN_EACH_TIME =
      Set.of(
          Conversation.SPEECH_MODEL,
          ConversationReader.FORMAT,
          ConversationReader.REPAIRED,
          "notes",
          "media",
          "attachments",
          "signature");

  private final Optional<Conversation> known;

  private EarlierReceipt(Optional<Conversation> known) {
    this.known = known;
  }

  /** Of a conversation that is to be taken anew; nothing is known of others. */
  static EarlierReceipt of(ConversationId id, IntakeOptions options, Vault vault) {
    boolean asked = options.anew() && vault.contains(id);
    return new EarlierReceipt(
        asked ? Optional.of(vault.envelope(id).conversation()) : Optional.empty());
  }

  /** What is told now, and what was told before besides. */
  Map<String, String> and(Map<String, String> now) {
    Map<String, String> all = new HashMap<>(now);
    known.ifPresent(
        earlier ->
            earlier.attributes().entrySet().stream()
                .filter(fact -> !OWN_EACH_TIME.contains(fact.getKey()))
                .forEach(fact -> all.putIfAbsent(fact.getKey(), fact.getValue())));
    return all;
  }

  Optional<Instant> startedAt() {
    return known.map(Conversation::startedAt);
  }

  /** As it was told; empty when it was not. */
  Optional<String> language() {
    return known.map(Conversation::language).filter(language -> !language.isEmpty());
  }
}
