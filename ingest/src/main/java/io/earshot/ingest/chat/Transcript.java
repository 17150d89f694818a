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
 * @param format what it was read from, such as {@code zendesk}
 * @param session what tells it from the others in its file: the source's own id or its position;
 *     empty in a file of one conversation
 * @param channel chat, or call where a recorder's transcript was exported
 * @param language BCP 47 tag; empty unless the data names it
 * @param startedAt when it began, if the data says so
 * @param timed whether the turns carry real times
 * @param durationMs length in milliseconds; 0 where times are not known
 * @param speakersSure 0 to 1: 1 where the data tells the roles, less where they were guessed
 * @param attributes further facts by name, the source's own id as {@link
 *     io.earshot.conversation.Conversation#CALL_ID}
 * @param turns in order
 * @param repairs what was mended in them, such as {@code html 12}; empty when nothing was
 * @param originals what was mended, as it came, by the indexes of the turns
 * @param recordings what is to be heard instead; then there are no turns
 */
public record Transcript(
    String format,
    String session,
    Channel channel,
    String language,
    Optional<Instant> startedAt,
    boolean timed,
    long durationMs,
    double speakersSure,
    Map<String, String> attributes,
    List<Turn> turns,
    String repairs,
    Map<Integer, String> originals,
    List<SoundFile> recordings) {

  public Transcript {
    attributes = Map.copyOf(attributes);
    turns = List.copyOf(turns);
    originals = Map.copyOf(originals);
    recordings = List.copyOf(recordings);
  }

  public Transcript withSession(String newSession) {
    return new Transcript(
        format,
        newSession,
        channel,
        language,
        startedAt,
        timed,
        durationMs,
        speakersSure,
        attributes,
        turns,
        repairs,
        originals,
        recordings);
  }

  @Override
  public String toString() {
    return "Transcript[%s, %s, %d turns]".formatted(format, channel, turns.size());
  }
}
