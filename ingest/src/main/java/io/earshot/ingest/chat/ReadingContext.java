package io.earshot.ingest.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a reader is told besides the file.
 *
 * @param zone of times without one
 * @param assumedStart when the conversation began as far as the file's name or age tells; gives the
 *     day to times without a date
 * @param mapping of columns, for tables
 * @param mappingChosen whether the user named the mapping for this very file, whatever its ending
 * @param maxConversationCharacters longest conversation that is read
 */
public record ReadingContext(
    ZoneId zone,
    Instant assumedStart,
    Optional<ColumnMapping> mapping,
    boolean mappingChosen,
    int maxConversationCharacters) {

  LocalDate day() {
    return assumedStart.atZone(zone).toLocalDate();
  }
}
