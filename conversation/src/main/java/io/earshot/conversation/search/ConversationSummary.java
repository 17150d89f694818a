package io.earshot.conversation.search;

import io.earshot.conversation.Channel;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Resolution;
import io.earshot.conversation.Scored;
import java.time.Instant;
import java.util.List;

/**
 * A conversation in a list: what is known of it without its turns. Texts are empty where not known.
 *
 * @param turns how many there are
 * @param intents most probable first
 * @param score 0 to 100
 * @param outcome whether the matter was settled
 * @param speakerConfidence how sure it is who spoke, 0 to 1
 * @param indexedAt when it was last written
 */
public record ConversationSummary(
    ConversationId id,
    String source,
    Channel channel,
    String language,
    Instant startedAt,
    long durationMs,
    String agent,
    String customer,
    String queue,
    int turns,
    List<Scored> intents,
    EmotionCourse emotion,
    double score,
    List<String> keywords,
    List<String> summary,
    Resolution.Outcome outcome,
    double speakerConfidence,
    Instant indexedAt) {

  public ConversationSummary {
    intents = List.copyOf(intents);
    keywords = List.copyOf(keywords);
    summary = List.copyOf(summary);
  }

  @Override
  public String toString() {
    return "ConversationSummary[%s, %s, %d turns]".formatted(id, channel, turns);
  }
}
