package io.earshot.ingest.vault;

import io.earshot.conversation.ConversationId;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of one conversation lie, and what their being there means. */
record Entry(Path folder) {
  static Entry of(Path root, ConversationId id) {
    return new Entry(root.resolve(id.value().substring(0, 2)).resolve(id.value()));
  }

  Path envelope() {
    return folder.resolve("envelope.json");
  }

  Path media() {
    return folder.resolve("media");
  }

  Path turns() {
    return folder.resolve("turns.json");
  }

  /** What stood in the place of turns that were mended: as raw as they are. */
  Path unmended() {
    return folder.resolve("unmended.json");
  }

  /** Turns and redactions in one document, so that both change in one step. */
  Path redacted() {
    return folder.resolve("redacted.json");
  }

  Path redactedSound() {
    return folder.resolve("redacted").resolve("sound.wav");
  }

  /** The outline of the sound as it is now. */
  Path peaks() {
    return folder.resolve("peaks.bin");
  }

  /** The sound as it is now, for players that can't play its files. */
  Path playable() {
    return folder.resolve("playable.wav");
  }

  Path originals() {
    return folder.resolve("original");
  }

  /** Where a raw file is kept under seal. */
  Path original(String name) {
    return originals().resolve(name + ".sealed");
  }

  Path analysis() {
    return folder.resolve("analysis.json");
  }

  Path vectors() {
    return folder.resolve("vectors.bin");
  }

  Path outcome() {
    return folder.resolve("outcome.json");
  }

  Path quarantine() {
    return folder.resolve("quarantine.json");
  }

  boolean exists() {
    return Files.exists(envelope());
  }

  boolean isRedacted() {
    return Files.exists(redacted());
  }

  boolean hasTurns() {
    return isRedacted() || Files.exists(turns());
  }

  boolean hasMedia() {
    return Files.isDirectory(media());
  }

  boolean hasRedactedSound() {
    return Files.exists(redactedSound());
  }

  boolean hasSound() {
    return hasMedia() || hasRedactedSound();
  }

  /** A sound that stands beside raw media counts only once the redaction it belongs to is kept. */
  boolean soundIsRedacted() {
    return hasRedactedSound() && (isRedacted() || !hasMedia());
  }

  /** Turns heard in a redacted sound, or left over from before a redaction, are no originals. */
  boolean turnsAreOriginal() {
    return Files.exists(turns()) && !isRedacted() && !soundIsRedacted();
  }
}
