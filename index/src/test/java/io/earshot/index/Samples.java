package io.earshot.index;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
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
import io.earshot.conversation.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small conversations, written turn by turn. */
final class Samples {
  private final String name;
  private final List<Turn> turns = new ArrayList<>();
  private final List<TurnInsight> insights = new ArrayList<>();
  private Map<String, String> attributes = Map.of(Conversation.AGENT, "BobS");
  private Instant startedAt = Instant.parse("2026-03-05T10:00:00Z");
  private Channel channel = Channel.CHAT;
  private String language = "en";
  private List<Scored> intents = List.of(new Scored("refund", 0.9));
  private double score = 60;
  private long durationMs = 90_000;
  private boolean timed = true;
  private long firstResponseMs = 1200;
  private String feeling = "anger";
  private Shape shape = Shape.RECOVERY;
  private Outcome outcome = Outcome.UNKNOWN;
  private boolean escalated;

  private Samples(String name) {
    this.name = name;
  }

  static Samples named(String name) {
    return new Samples(name);
  }

  Samples customer(String text) {
    return turn(Speaker.CUSTOMER, text, "neutral");
  }

  /** A turn of one heard word with what else it may have been. */
  Samples heard(String word, String... alternatives) {
    int index = turns.size();
    Word heard = new Word(word, index * 1000L, index * 1000L + 500, 0.4, List.of(alternatives));
    turns.add(
        new Turn(
            index, Speaker.CUSTOMER, 0, heard.startMs(), heard.endMs(), word, 0.4, List.of(heard)));
    insights.add(
        new TurnInsight(index, language, new Scored("neutral", 0.8), 0, 0, 0, List.of(), null));
    return this;
  }

  Samples agent(String text) {
    return turn(Speaker.AGENT, text, "neutral");
  }

  Samples turn(Speaker speaker, String text, String emotion) {
    return turn(speaker, text, emotion, null);
  }

  Samples turn(Speaker speaker, String text, String emotion, Embedding meaning) {
    int index = turns.size();
    turns.add(Turn.written(index, speaker, index * 1000L, text));
    insights.add(
        new TurnInsight(
            index, language, new Scored(emotion, 0.8), -0.2, 0.3, 0.1, List.of(), meaning));
    return this;
  }

  Samples attributes(Map<String, String> values) {
    attributes = values;
    return this;
  }

  Samples startedAt(String instant) {
    startedAt = Instant.parse(instant);
    return this;
  }

  Samples channel(Channel value) {
    channel = value;
    return this;
  }

  Samples language(String value) {
    language = value;
    return this;
  }

  Samples intents(String... names) {
    intents = List.of(names).stream().map(intent -> new Scored(intent, 0.7)).toList();
    return this;
  }

  Samples score(double value) {
    score = value;
    return this;
  }

  /** 0 where it is not known. */
  Samples lasting(long milliseconds) {
    durationMs = milliseconds;
    timed = milliseconds > 0;
    return this;
  }

  Samples answeredAfter(long milliseconds) {
    firstResponseMs = milliseconds;
    return this;
  }

  Samples marked(String label, Shape course) {
    feeling = label;
    shape = course;
    return this;
  }

  Samples outcome(Outcome value) {
    outcome = value;
    return this;
  }

  Samples escalated() {
    escalated = true;
    return this;
  }

  ConversationId id() {
    return ConversationId.ofText(name);
  }

  Conversation conversation() {
    return new Conversation(
        id(),
        name,
        channel,
        language,
        startedAt,
        durationMs,
        timed,
        SpeakerSource.LABELS,
        1,
        attributes,
        turns);
  }

  Analysis analysis() {
    return new Analysis(
        language,
        insights,
        List.of(),
        intents,
        new EmotionCourse(
            feeling, -0.2, 0.1, -0.6, 0.3, -0.15, 0.4, shape, new Satisfaction(2.5, 1.5, 3.5)),
        new TalkMetrics(0.5, 0.4, 0.1, 2000, 1, 300, 150, 140, firstResponseMs),
        List.of("refund"),
        List.of("The first sentence."),
        new Score(score, List.of(new Score.Part("emotion", score, 1))),
        facts());
  }

  private Facts facts() {
    List<Finding> escalations =
        escalated
            ? List.of(new Finding(Facts.ESCALATION, "supervisor", 0, 0, 1, 0.9, Map.of()))
            : List.of();
    return new Facts(
        List.of(),
        List.of(),
        List.of(),
        new Resolution(outcome, Solver.NOBODY, 0.5, List.of()),
        List.of(),
        escalations,
        List.of(),
        List.of(),
        List.of());
  }
}
