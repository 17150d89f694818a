package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Turn;
import io.earshot.ingest.chat.Transcript;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * The id of a written conversation: a digest of what makes it this one, whatever file, encoding or
 * shape it came in. Only what the data itself says counts, not names and ages of files.
 */
final class ChatIdentity {
  private final MessageDigest digest = ConversationId.sha256();

  private ChatIdentity() {}

  static ConversationId of(Transcript transcript) {
    ChatIdentity identity = new ChatIdentity();
    identity.add(transcript.attributes().getOrDefault(Conversation.CALL_ID, ""));
    identity.add(transcript.startedAt().map(Instant::toString).orElse(""));
    for (Turn turn : transcript.turns()) {
      identity.add(turn.speaker().code());
      identity.add(Long.toString(turn.startMs()));
      identity.add(turn.text());
    }
    return ConversationId.ofDigest(identity.digest.digest());
  }

  /** With its length, so that no two lists of parts look the same. */
  private void add(String part) {
    byte[] bytes = part.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }
}
