package io.earshot.conversation.search;

import java.util.List;

/**
 * A conversation that matches.
 *
 * @param score how well, comparable within one result only; 0 for queries without words or meaning
 * @param conversation what is known of it
 * @param moments where in it, best first, at most five; empty when only facts were asked for
 */
public record FoundConversation(
    double score, ConversationSummary conversation, List<Moment> moments) {

  public FoundConversation {
    moments = List.copyOf(moments);
  }
}
