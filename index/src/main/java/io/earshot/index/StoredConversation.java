package io.earshot.index;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Scored;
import java.time.Instant;
import java.util.List;

/**
 * What the index keeps of a conversation, without its turns. Texts are empty where not known.
 *
 * @param turns how many there are
 * @param intents most probable first
 * @param score 0 to 100
 * @param indexedAt when it was last written
 */
public record StoredConversation(
    ConversationId id,
    String source,
    String channel,
    String language,
    String agent,
    String customer,
    Instant startedAt,
    long durationMs,
    double speakerConfidence,
    int turns,
    List<Scored> intents,
    EmotionCourse emotion,
    double score,
    List<String> keywords,
    List<String> summary,
    Instant indexedAt) {
  public StoredConversation {
    intents = List.copyOf(intents);
    keywords = List.copyOf(keywords);
    summary = List.copyOf(summary);
  }

  @Override
  public String toString() {
    return "StoredConversation[%s, %s, %d turns]".formatted(id, channel, turns);
  }
}
