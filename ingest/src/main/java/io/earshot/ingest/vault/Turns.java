package io.earshot.ingest.vault;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Redaction;
import io.earshot.ingest.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What was said. Where raw and redacted turns both lie on disk, the redacted ones count. */
final class Turns {
  private final Documents documents;
  private final Redactions redactions;

  Turns(Documents documents, Redactions redactions) {
    this.documents = documents;
    this.redactions = redactions;
  }

  /** Keeps a new transcription, which takes the place of raw and of redacted turns. */
  void keep(Entry entry, Conversation conversation) {
    boolean redacted = entry.isRedacted();
    if (redacted) {
      // Else raw media that an interrupted redaction left would count as the sound again.
      redactions.removeLeftovers(entry);
    }
    documents.replace(entry.turns(), conversation);
    if (redacted) {
      documents.forceFolder(entry.folder());
      documents.delete(entry.redacted());
      documents.forceFolder(entry.folder());
    }
  }

  static Conversation read(Entry entry, ConversationId id) {
    // Redacted ones are looked for twice: they may take the raw ones' place between two looks.
    return undamaged(
            entry,
            id,
            () -> redactedTurns(entry).or(() -> raw(entry)).or(() -> redactedTurns(entry)))
        .orElseThrow(() -> missing(entry, id, "there are no turns yet", null));
  }

  static List<Redaction> redactions(Entry entry, ConversationId id) {
    return undamaged(entry, id, () -> redacted(entry))
        .map(RedactedTurns::redactions)
        .orElse(List.of());
  }

  private static Optional<Conversation> raw(Entry entry) {
    return Documents.read(entry.turns(), Conversation.class);
  }

  private static Optional<Conversation> redactedTurns(Entry entry) {
    return redacted(entry).map(RedactedTurns::conversation);
  }

  private static Optional<RedactedTurns> redacted(Entry entry) {
    return Documents.read(entry.redacted(), RedactedTurns.class);
  }

  private static <T> T undamaged(Entry entry, ConversationId id, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (EarshotException e) {
      if (e.kind() == ErrorKind.BAD_INPUT) {
        throw missing(entry, id, e.getMessage(), e);
      }
      throw e;
    }
  }

  private static StageMissing missing(
      Entry entry, ConversationId id, String what, Throwable cause) {
    Stage stage = source(entry);
    return new StageMissing(
        stage, "%s: %s; stage %s must run again".formatted(id, what, stage.code()), cause);
  }

  /** The stage that makes turns: what has no sound came with them, from its source alone. */
  static Stage source(Entry entry) {
    return entry.hasSound() ? Stage.TRANSCRIBE : Stage.INTAKE;
  }
}
