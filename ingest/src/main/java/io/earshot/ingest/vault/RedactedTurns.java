package io.earshot.ingest.vault;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import java.util.List;

/**
 * The document whose presence makes a conversation a redacted one.
 *
 * @param conversation with masks in the place of personal data
 * @param redactions where the masks stand
 */
record RedactedTurns(Conversation conversation, List<Redaction> redactions) {
  RedactedTurns {
    redactions = List.copyOf(redactions);
  }
}
