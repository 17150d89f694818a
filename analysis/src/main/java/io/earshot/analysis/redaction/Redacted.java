package io.earshot.analysis.redaction;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import java.util.List;

/**
 * A conversation without its personal data.
 *
 * @param conversation with masks in its turns' texts and words
 * @param redactions where the masks stand, in order of turns and places; ranges refer to the texts
 *     of {@code conversation}
 */
public record Redacted(Conversation conversation, List<Redaction> redactions) {

  public Redacted {
    redactions = List.copyOf(redactions);
  }
}
