package io.earshot.console.conversation;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as it is kept.
 *
 * @param conversation with its turns as they may be shown
 * @param analysis what was found in it
 * @param redactions where personal data was taken out
 * @param receivedAt when it came in
 * @param sound whether there is a recording to hear
 * @param originalKept whether what was redacted can be revealed
 */
public record Archived(
    Conversation conversation,
    Analysis analysis,
    List<Redaction> redactions,
    Instant receivedAt,
    boolean sound,
    boolean originalKept) {

  public Archived {
    redactions = List.copyOf(redactions);
  }

  /** Whose it is; empty when that is not known. */
  public String agent() {
    return conversation.agent().orElse("");
  }

  /** Where it waited; empty when that is not known. */
  public String queue() {
    return conversation.attribute(Conversation.QUEUE).orElse("");
  }
}
