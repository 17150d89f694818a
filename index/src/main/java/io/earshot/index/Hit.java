package io.earshot.index;

import io.earshot.conversation.ConversationId;
import java.time.Instant;
import java.util.List;

/**
 * A conversation that matches.
 *
 * @param score how well, comparable within one result only; 0 for queries without words or meaning
 * @param agent empty when not known
 * @param moments where in it, best first, at most five; empty when only facts were asked for
 */
public record Hit(
    ConversationId id,
    double score,
    String agent,
    Instant startedAt,
    String source,
    String channel,
    List<Moment> moments) {
  public Hit {
    moments = List.copyOf(moments);
  }
}
