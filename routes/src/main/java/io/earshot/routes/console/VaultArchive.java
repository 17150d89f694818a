package io.earshot.routes.console;

import io.earshot.console.conversation.Archive;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.Sound;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Turn;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.stage.Playable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The vault as the console's archive. */
public final class VaultArchive implements Archive {
  private final Vault vault;
  private final Playable playable;

  public VaultArchive(Vault vault, Playable playable) {
    this.vault = vault;
    this.playable = playable;
  }

  @Override
  public Optional<Archived> find(ConversationId id) {
    return ifIndexed(
        id,
        known ->
            vault
                .analysis(known)
                .map(
                    analysis ->
                        new Archived(
                            vault.conversation(known),
                            analysis,
                            vault.redactions(known),
                            vault.receivedAt(known),
                            playable.hasSound(known),
                            vault.hasOriginal(known))));
  }

  @Override
  public Optional<Peaks> peaks(ConversationId id) {
    return ifIndexed(id, playable::peaks);
  }

  @Override
  public Optional<Sound> sound(ConversationId id) {
    return ifIndexed(id, playable::sound).map(Sound::open);
  }

  @Override
  public Optional<List<Turn>> originalTurns(ConversationId id) {
    return ifIndexed(id, vault::originalConversation).map(Conversation::turns);
  }

  @Override
  public Optional<Sound> originalSound(ConversationId id) {
    return ifIndexed(id, playable::original).map(file -> Sound.openOnce(file, "original"));
  }

  private <T> Optional<T> ifIndexed(
      ConversationId id, Function<ConversationId, Optional<T>> reading) {
    boolean indexed = vault.contains(id) && vault.outcome(id) == Outcome.INDEXED;
    return indexed ? reading.apply(id) : Optional.empty();
  }
}
