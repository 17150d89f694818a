package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import io.earshot.ingest.chat.SoundFile;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it came out of a file.
 *
 * @param conversation with its turns; without any where it is to be heard first
 * @param recordings what is to be heard; mostly none
 * @param unmended messages as they came, where they had to be mended, by the indexes of the turns
 */
public record ReadConversation(
    Conversation conversation, List<SoundFile> recordings, Map<Integer, String> unmended) {
  public ReadConversation {
    recordings = List.copyOf(recordings);
    unmended = Map.copyOf(unmended);
  }

  @Override
  public String toString() {
    return "Read" + conversation;
  }
}
