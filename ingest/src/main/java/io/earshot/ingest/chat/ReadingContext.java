package io.earshot.ingest.chat;

import io.earshot.conversation.Speaker;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
 * @param speakers roles by name, mail address or {@code @domain}, in lower case, as the user told
 *     them
 * @param vconKeys with which signed vCons must be signed; empty to take any
 */
public record ReadingContext(
    ZoneId zone,
    Instant assumedStart,
    Optional<ColumnMapping> mapping,
    boolean mappingChosen,
    int maxConversationCharacters,
    Map<String, Speaker> speakers,
    List<PublicKey> vconKeys) {

  public ReadingContext {
    speakers = Map.copyOf(speakers);
    vconKeys = List.copyOf(vconKeys);
  }

  public LocalDate day() {
    return assumedStart.atZone(zone).toLocalDate();
  }
}
