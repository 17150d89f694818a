package io.earshot.ingest.vault;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Satisfaction;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small entries for tests of the vault. */
final class Entries {
  static final Instant NOW = Instant.parse("2026-03-04T10:15:00.123Z");

  private Entries() {}

  static Envelope chat(String name, String text) {
    return envelope(
        name, Channel.CHAT, List.of(Turn.written(0, Speaker.CUSTOMER, 5, text)), List.of());
  }

  /** A call of two files. */
  static Envelope call(String name) {
    return envelope(name, Channel.CALL, List.of(), List.of("0.wav", "1.wav"));
  }

  private static Envelope envelope(
      String name, Channel channel, List<Turn> turns, List<String> media) {
    Conversation conversation =
        new Conversation(
            ConversationId.ofText(name),
            name,
            channel,
            "zh",
            NOW,
            5,
            true,
            SpeakerSource.LABELS,
            1,
            Map.of("agent", "Anna"),
            turns);
    return new Envelope(
        conversation, media, List.of(Speaker.AGENT, Speaker.CUSTOMER), NOW, "/in/" + name);
  }

  static Analysis analysis() {
    Embedding meaning = new Embedding("zh", new float[] {0.6f, -0.8f});
    Scored neutral = new Scored("neutral", 0.5);
    return new Analysis(
        "zh",
        List.of(
            new TurnInsight(
                0, "zh", neutral, 0.25, 0.1, 0.5, List.of(new Scored("refund", 0.9)), meaning),
            new TurnInsight(1, "en", neutral, 0, 0, 0, List.of(), null)),
        List.of(new Finding(Finding.INTENT, "refund", 0, 0, 2, 0.9, Map.of("duration_ms", 12.5))),
        List.of(new Scored("refund", 0.9)),
        new EmotionCourse(
            "angry",
            -0.5,
            0,
            -1,
            0.5,
            -0.25,
            0.4,
            EmotionCourse.Shape.RECOVERY,
            new Satisfaction(2.5, 1.5, 3.5)),
        new TalkMetrics(0.5, 0.25, 0.25, 100, 1, 20, 150, 160, 900),
        List.of("退款"),
        List.of("first", "second"),
        new Score(70, List.of(new Score.Part("emotion", 70, 1))),
        Facts.NONE);
  }
}
