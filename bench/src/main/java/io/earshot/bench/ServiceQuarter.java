package io.earshot.bench;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Resolution;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.Resolution.Solver;
import io.earshot.conversation.Satisfaction;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The conversations of a contact centre in a quarter of a year: 120 agents, 8 queues, 40 intents,
 * 25 turns each with Zipf-like words in English or Chinese. The same ones in every run; without
 * vectors.
 */
record ServiceQuarter(int conversations) {
  static final int TURNS = 25;
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration LENGTH = Duration.ofDays(91);
  private static final List<String> FEELINGS =
      List.of("neutral", "neutral", "neutral", "gratitude", "frustration", "anger", "relief");

  Conversation conversation(int number) {
    Random random = new Random(number);
    boolean chinese = number % 2 == 1;
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      Speaker speaker = i % 2 == 0 ? Speaker.CUSTOMER : Speaker.AGENT;
      turns.add(Turn.written(i, speaker, i * 8_000L, ZipfText.of(random, chinese)));
    }
    return new Conversation(
        ConversationId.ofText("quarter " + number),
        "line-" + number % 5,
        number % 3 == 0 ? Channel.CHAT : Channel.CALL,
        chinese ? "zh" : "en",
        BEGIN.plus(LENGTH.multipliedBy(number).dividedBy(conversations)),
        20_000L + random.nextInt(1_200_000),
        true,
        SpeakerSource.LABELS,
        1,
        Map.of(
            Conversation.AGENT, "agent" + random.nextInt(120),
            Conversation.CUSTOMER, "customer" + random.nextInt(20_000),
            Conversation.QUEUE, "queue" + random.nextInt(8)),
        turns);
  }

  Analysis analysis(Conversation conversation, int number) {
    Random random = new Random(number + 1_000_000_007L);
    String feeling = FEELINGS.get(random.nextInt(FEELINGS.size()));
    double valence = feeling.equals("anger") || feeling.equals("frustration") ? -0.7 : 0.1;
    List<TurnInsight> insights = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      boolean marked = random.nextInt(6) == 0;
      insights.add(
          new TurnInsight(
              turn.index(),
              conversation.language(),
              new Scored(marked ? feeling : "neutral", 0.7),
              marked ? valence : 0,
              0.1,
              0,
              List.of(),
              null));
    }
    double score = random.nextInt(1_000) / 10.0;
    Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
    return new Analysis(
        conversation.language(),
        insights,
        List.of(),
        List.of(new Scored("intent" + (int) (40 * Math.pow(random.nextDouble(), 2)), 0.8)),
        new EmotionCourse(
            feeling, valence, 0, valence, 0.1, 0, 0.3, shape, new Satisfaction(3, 2, 4)),
        new TalkMetrics(0.5, 0.4, 0.1, 4_000, 2, 600, 150, 140, 1_000 + random.nextInt(9_000)),
        List.of("keyword" + number % 500),
        List.of("A summary of the conversation " + number),
        new Score(score, List.of(new Score.Part("emotion", score, 1))),
        facts(Outcome.values()[random.nextInt(Outcome.values().length)]));
  }

  private static Facts facts(Outcome outcome) {
    return new Facts(
        List.of(),
        List.of(),
        List.of(),
        new Resolution(outcome, Solver.NOBODY, 0.5, List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
