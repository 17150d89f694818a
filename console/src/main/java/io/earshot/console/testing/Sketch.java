package io.earshot.console.testing;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A conversation for a test, written down in a few words; each method returns the same sketch. */
public final class Sketch {
  private final String name;
  private final List<Turn> turns = new ArrayList<>();
  private final List<TurnInsight> insights = new ArrayList<>();
  private final Map<String, String> attributes = new HashMap<>();
  private Instant startedAt = Instant.parse("2026-03-05T10:00:00Z");
  private Channel channel = Channel.CALL;
  private long durationMs = 90_000;
  private boolean timed = true;
  private String feeling = "neutral";
  private Shape shape = Shape.STEADY;
  private double score = 60;
  private double stars = 3;
  private long firstResponseMs = 1_500;
  private Outcome outcome = Outcome.UNKNOWN;
  private List<String> intents = List.of("refund");
  private boolean escalated;

  private Sketch(String name) {
    this.name = name;
  }

  /** One whose source and id come from a name. */
  public static Sketch named(String name) {
    return new Sketch(name).says(Speaker.CUSTOMER, "hello", "neutral", 0);
  }

  public Sketch by(String agent) {
    return with(Conversation.AGENT, agent);
  }

  public Sketch with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  public Sketch at(String time) {
    startedAt = Instant.parse(time);
    return this;
  }

  public Sketch channel(Channel value) {
    channel = value;
    return this;
  }

  /** 0 where it is not known. */
  public Sketch lasting(long milliseconds) {
    durationMs = milliseconds;
    timed = milliseconds > 0;
    return this;
  }

  /** A turn of the customer. */
  public Sketch saying(String text) {
    return says(Speaker.CUSTOMER, text, "neutral", 0);
  }

  /** The feeling that marks it, which one turn has. */
  public Sketch marked(String emotion, double valence, Shape course) {
    feeling = emotion;
    shape = course;
    return says(Speaker.CUSTOMER, "well", emotion, valence);
  }

  public Sketch says(Speaker speaker, String text, String emotion, double valence) {
    int index = turns.size();
    turns.add(Turn.written(index, speaker, index * 1000L, text));
    insights.add(
        new TurnInsight(index, "en", new Scored(emotion, 0.8), valence, 0.1, 0, List.of(), null));
    return this;
  }

  public Sketch score(double value) {
    score = value;
    return this;
  }

  public Sketch stars(double value) {
    stars = value;
    return this;
  }

  /** 0 where nobody answered. */
  public Sketch answeredAfter(long milliseconds) {
    firstResponseMs = milliseconds;
    return this;
  }

  public Sketch outcome(Outcome value) {
    outcome = value;
    return this;
  }

  public Sketch intents(String... names) {
    intents = List.of(names);
    return this;
  }

  /** A supervisor was asked for. */
  public Sketch escalated() {
    escalated = true;
    return this;
  }

  public ConversationId id() {
    return ConversationId.ofText(name);
  }

  public Conversation conversation() {
    return new Conversation(
        id(),
        name,
        channel,
        "en",
        startedAt,
        durationMs,
        timed,
        SpeakerSource.LABELS,
        1,
        attributes,
        turns);
  }

  public Analysis analysis() {
    return new Analysis(
        "en",
        insights,
        List.of(),
        intents.stream().map(intent -> new Scored(intent, 0.75)).toList(),
        new EmotionCourse(
            feeling, 0.25, 0, -0.5, 0.5, 0, 0.25, shape, new Satisfaction(stars, 1, 5)),
        new TalkMetrics(0.5, 0.5, 0, 0, 0, 0, 150, 140, firstResponseMs),
        List.of("refund"),
        List.of("They said hello."),
        new Score(score, List.of(new Score.Part("emotion", score, 1))),
        facts());
  }

  private Facts facts() {
    List<Finding> escalations =
        escalated
            ? List.of(new Finding(Facts.ESCALATION, "supervisor", 0, 0, 5, 0.9, Map.of()))
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

  @Override
  public String toString() {
    return "Sketch[%s]".formatted(name);
  }
}
