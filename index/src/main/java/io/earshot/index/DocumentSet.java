package io.earshot.index;

import io.earshot.conversation.ConversationId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The documents of one conversation.
 *
 * @param conversation the document of the whole, as JSON
 * @param turns one document for each turn
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once, never compared
record DocumentSet(ConversationId id, byte[] conversation, List<Turn> turns) {

  /**
   * @param index the turn's
   * @param json its document
   */
  record Turn(int index, byte[] json) {}

  /** Turns that were written before and are no more have an index from here on. */
  int firstStale() {
    return turns.stream().mapToInt(turn -> turn.index() + 1).max().orElse(0);
  }

  long bytes() {
    return conversation.length + turns.stream().mapToLong(turn -> turn.json().length).sum();
  }

  static String turnId(ConversationId id, int index) {
    return id.value() + "-" + index;
  }

  String bulkLines(Schema schema) {
    StringBuilder lines = new StringBuilder();
    for (Turn turn : turns) {
      append(lines, schema.turns(), turnId(id, turn.index()), turn.json());
    }
    append(lines, schema.conversations(), id.value(), conversation);
    return lines.toString();
  }

  private static void append(StringBuilder lines, String index, String id, byte[] json) {
    lines
        .append("{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n".formatted(index, id))
        .append(new String(json, StandardCharsets.UTF_8))
        .append('\n');
  }

  @Override
  public String toString() {
    return "DocumentSet[%s, %d turns]".formatted(id, turns.size());
  }
}
