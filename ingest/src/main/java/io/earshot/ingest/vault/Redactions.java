package io.earshot.ingest.vault;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Puts redacted turns and sound in the place of the raw ones. One rename, that of {@code
 * redacted.json}, decides: before it nothing raw is touched, after it everything raw is a leftover
 * that anybody may remove. So a kill at any step is mended by doing all of it again.
 */
final class Redactions {
  private final Documents documents;
  private final Originals originals;
  private final Playbacks playbacks;

  Redactions(Documents documents, Originals originals, Playbacks playbacks) {
    this.documents = documents;
    this.originals = originals;
    this.playbacks = playbacks;
  }

  void keep(Entry entry, Conversation redacted, List<Redaction> redactions, Optional<Path> sound) {
    originals.keep(entry, redacted.id());
    sound.ifPresentOrElse(file -> replaceSound(entry, file), () -> dropUndecidedSound(entry));
    // What was found in raw turns quotes them. In this order, so that findings never stand there
    // without their embeddings.
    documents.delete(entry.analysis());
    documents.delete(entry.vectors());
    playbacks.drop(entry);
    documents.replace(entry.redacted(), new RedactedTurns(redacted, redactions));
    removeLeftovers(entry);
  }

  private void replaceSound(Entry entry, Path sound) {
    Path folder = entry.redactedSound().getParent();
    documents.createFolder(folder);
    documents.replace(entry.redactedSound(), out -> Source.copy(sound, out));
    documents.forceFolder(folder);
    documents.forceFolder(entry.folder());
  }

  /** Of an earlier try that was to redact sound too and died: it would condemn the raw media. */
  private void dropUndecidedSound(Entry entry) {
    if (entry.hasRedactedSound() && !entry.soundIsRedacted()) {
      documents.delete(entry.redactedSound());
      documents.forceFolder(entry.redactedSound().getParent());
    }
  }

  /** Removes the raw rest of a redacted entry; returns whether there was any. */
  boolean removeLeftovers(Entry entry) {
    boolean turns = entry.isRedacted() && Files.exists(entry.turns());
    boolean unmended = entry.isRedacted() && Files.exists(entry.unmended());
    boolean media = entry.isRedacted() && entry.hasRedactedSound() && entry.hasMedia();
    boolean copy = entry.isRedacted() && entry.hasRedactedSound() && Files.exists(entry.playable());
    if (!turns && !unmended && !media && !copy) {
      return false;
    }
    // First what stands in their place must be sure to stay.
    documents.forceFolder(entry.folder());
    if (turns) {
      documents.delete(entry.turns());
    }
    if (unmended) {
      documents.delete(entry.unmended());
    }
    if (media) {
      documents.deleteFolder(entry.media());
    }
    if (copy) {
      playbacks.drop(entry); // made of raw sound while it was redacted
    }
    documents.forceFolder(entry.folder());
    return true;
  }
}
