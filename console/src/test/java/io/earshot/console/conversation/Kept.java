package io.earshot.console.conversation;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import io.earshot.testkit.TestAnalyses;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Conversations that tests keep in an archive. */
public final class Kept {
  public static final Instant RECEIVED = Instant.parse("2026-03-04T10:15:00Z");

  private Kept() {}

  /** A call with a card number taken out of it. */
  public static Archived call() {
    return call("call");
  }

  /** Another one. */
  public static Archived otherCall() {
    return call("other call");
  }

  private static Archived call(String name) {
    return archived(
        name,
        Channel.CALL,
        "en",
        List.of(
            heard(0, Speaker.AGENT, 1_500, "how can i help"),
            heard(1, Speaker.CUSTOMER, 4_250, "my card is [card] refund me")),
        List.of(new Redaction("card", 1, 11, 17, 1, 5_000, 6_000, 0.9)),
        true);
  }

  /** A chat in Chinese, with what only a hostile customer writes. */
  public static Archived chat() {
    return archived(
        "chat",
        Channel.CHAT,
        "zh",
        List.of(
            Turn.written(0, Speaker.AGENT, 0, "您好，请问有什么可以帮您？"),
            Turn.written(1, Speaker.CUSTOMER, 61_000, "=1+1\n\n--> <b>退款</b> & \"发票\"")),
        List.of(),
        false);
  }

  private static Archived archived(
      String name,
      Channel channel,
      String language,
      List<Turn> turns,
      List<Redaction> redactions,
      boolean sound) {
    Conversation conversation =
        new Conversation(
            ConversationId.ofText(name),
            name + ".wav",
            channel,
            language,
            Instant.parse("2026-03-04T10:00:00Z"),
            70_000,
            true,
            channel == Channel.CALL ? SpeakerSource.TRACKS : SpeakerSource.LABELS,
            1,
            Map.of("agent", "anna", "customer", "C-1", "queue", "billing"),
            turns);
    return new Archived(
        conversation, TestAnalyses.of(conversation), redactions, RECEIVED, sound, sound);
  }

  private static Turn heard(int index, Speaker speaker, long startMs, String text) {
    Word word = new Word(text.split(" ")[0], startMs, startMs + 300, 0.9, List.of("hew"));
    return new Turn(index, speaker, index, startMs, startMs + 2_000, text, 0.9, List.of(word))
        .withSpeakerConfidence(0.8);
  }
}
