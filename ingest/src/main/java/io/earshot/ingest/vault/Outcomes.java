package io.earshot.ingest.vault;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps what became of conversations, told by which of two files there is. */
final class Outcomes {
  private final Documents documents;

  Outcomes(Documents documents) {
    this.documents = documents;
  }

  record IndexedNote(Instant at, long wallMs) {}

  void indexed(Entry entry, Duration wall) {
    documents.replace(entry.outcome(), new IndexedNote(Instant.now(), wall.toMillis()));
    documents.delete(entry.quarantine());
    documents.delete(entry.vectors());
  }

  static Optional<Duration> wall(Entry entry) {
    return Documents.read(entry.outcome(), IndexedNote.class)
        .map(note -> Duration.ofMillis(note.wallMs()));
  }

  void quarantine(Entry entry, Quarantine quarantine) {
    documents.replace(entry.quarantine(), quarantine);
    documents.delete(entry.outcome());
  }

  void release(Entry entry) {
    documents.delete(entry.quarantine());
    documents.delete(entry.outcome());
  }

  static Outcome of(Entry entry) {
    // In this order: a kill between the two steps of indexed() or quarantine() leaves both files,
    // and a conversation that can be found must not count as lost.
    if (Files.exists(entry.outcome())) {
      return Outcome.INDEXED;
    }
    return Files.exists(entry.quarantine()) ? Outcome.QUARANTINED : Outcome.PENDING;
  }
}
