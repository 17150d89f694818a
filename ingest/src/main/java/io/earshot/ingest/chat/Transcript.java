package io.earshot.ingest.chat;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation as it was read.
 *
 * @param session what tells it from the others in its file: the source's own id or its position;
 *     empty in a file of one conversation
 * @param channel chat, or call where a recorder's transcript was exported
 * @param language BCP 47 tag; empty unless the data names it
 * @param startedAt when it began, if the data says so
 * @param timed whether the turns carry real times
 * @param durationMs length in milliseconds; 0 where times are not known
 * @param attributes further facts by name, the source's own id as {@link
 *     io.earshot.conversation.Conversation#CALL_ID}
 * @param turns in order
 */
public record Transcript(
    String session,
    Channel channel,
    String language,
    Optional<Instant> startedAt,
    boolean timed,
    long durationMs,
    Map<String, String> attributes,
    List<Turn> turns) {

  public Transcript {
    attributes = Map.copyOf(attributes);
    turns = List.copyOf(turns);
  }

  Transcript withSession(String newSession) {
    return new Transcript(
        newSession, channel, language, startedAt, timed, durationMs, attributes, turns);
  }

  @Override
  public String toString() {
    return "Transcript[%s, %d turns]".formatted(channel, turns.size());
  }
}
