package io.earshot.console.conversation.testing;

import io.earshot.console.conversation.Archive;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.Sound;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps in memory what a test gives it. Safe for many threads. */
public final class FakeArchive implements Archive {
  private final Map<ConversationId, Archived> conversations = new ConcurrentHashMap<>();
  private final Map<ConversationId, Path> sounds = new ConcurrentHashMap<>();
  private final Map<ConversationId, Peaks> peaks = new ConcurrentHashMap<>();
  private final Map<ConversationId, List<Turn>> originalTurns = new ConcurrentHashMap<>();
  private final Map<ConversationId, Path> originalSounds = new ConcurrentHashMap<>();

  /** Keeps a conversation. */
  public FakeArchive keep(Archived kept) {
    conversations.put(kept.conversation().id(), kept);
    return this;
  }

  /** Keeps a recording, which stays where it is, and its outline. */
  public FakeArchive keepSound(ConversationId id, Path wav, Peaks outline) {
    sounds.put(id, wav);
    peaks.put(id, outline);
    return this;
  }

  /** Keeps what a conversation was before redaction. */
  public FakeArchive keepOriginal(ConversationId id, List<Turn> turns, Path wav) {
    originalTurns.put(id, List.copyOf(turns));
    originalSounds.put(id, wav);
    return this;
  }

  @Override
  public Optional<Archived> find(ConversationId id) {
    return Optional.ofNullable(conversations.get(id));
  }

  @Override
  public Optional<Peaks> peaks(ConversationId id) {
    return Optional.ofNullable(peaks.get(id));
  }

  @Override
  public Optional<Sound> sound(ConversationId id) {
    return Optional.ofNullable(sounds.get(id)).map(Sound::open);
  }

  @Override
  public Optional<List<Turn>> originalTurns(ConversationId id) {
    return Optional.ofNullable(originalTurns.get(id));
  }

  @Override
  public Optional<Sound> originalSound(ConversationId id) {
    return Optional.ofNullable(originalSounds.get(id))
        .map(wav -> Sound.openOnce(copy(wav), "original"));
  }

  private static Path copy(Path wav) {
    try {
      Path copy = Files.createTempFile("original", ".wav");
      return Files.write(copy, Files.readAllBytes(wav));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
