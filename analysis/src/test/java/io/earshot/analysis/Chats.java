package io.earshot.analysis;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conversations written down in tests. */
public final class Chats {
  private Chats() {}

  /** An untimed chat from lines such as {@code "customer: hello"}. */
  public static Conversation chat(String... lines) {
    List<Turn> turns = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      Speaker speaker = Speaker.of(line.substring(0, colon));
      turns.add(Turn.written(turns.size(), speaker, 0, line.substring(colon + 2)));
    }
    return of(Channel.CHAT, false, 0, turns);
  }

  /** A recorded call. */
  public static Conversation call(long durationMs, Turn... turns) {
    return of(Channel.CALL, true, durationMs, List.of(turns));
  }

  public static Turn spoken(int index, Speaker speaker, long startMs, long endMs, String text) {
    return new Turn(index, speaker, speaker.ordinal(), startMs, endMs, text, 0.9, List.of());
  }

  public static Conversation of(Channel channel, boolean timed, long durationMs, List<Turn> turns) {
    return new Conversation(
        ConversationId.ofText(turns.size() + " turns"),
        "test",
        channel,
        "",
        Instant.EPOCH,
        durationMs,
        timed,
        SpeakerSource.LABELS,
        1,
        Map.of(),
        turns);
  }
}
