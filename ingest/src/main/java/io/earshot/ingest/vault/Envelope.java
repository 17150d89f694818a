package io.earshot.ingest.vault;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a conversation when it is received. It never changes afterwards.
 *
 * @param conversation without turns for calls; as read back from the vault always without turns
 * @param mediaNames the files kept with it, in order: one recording, or one per party
 * @param roles who is heard on each sound track, in the order of the media files and their tracks;
 *     empty when that must be found out
 * @param swappable whether strong evidence in what is said may swap the roles
 * @param receivedAt when it was put into the vault
 * @param origin path of the file it came from, at that time
 */
public record Envelope(
    Conversation conversation,
    List<String> mediaNames,
    List<Speaker> roles,
    boolean swappable,
    Instant receivedAt,
    String origin) {

  public Envelope {
    mediaNames = List.copyOf(mediaNames);
    roles = List.copyOf(roles);
  }

  /** With roles that hold whatever is said. */
  public Envelope(
      Conversation conversation,
      List<String> mediaNames,
      List<Speaker> roles,
      Instant receivedAt,
      String origin) {
    this(conversation, mediaNames, roles, false, receivedAt, origin);
  }

  public ConversationId id() {
    return conversation.id();
  }

  Envelope withoutTurns() {
    Conversation bare = conversation.withTurns(List.of(), conversation.durationMs());
    return new Envelope(bare, mediaNames, roles, swappable, receivedAt, origin);
  }
}
