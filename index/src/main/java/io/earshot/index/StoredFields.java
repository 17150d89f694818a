package io.earshot.index;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.Satisfaction;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.FoundConversation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads stored documents back. */
final class StoredFields {
  /** What {@link #summary} reads. */
  static final List<String> SUMMARY =
      List.of(
          "source",
          "channel",
          "language",
          "started_at",
          "duration_ms",
          "agent",
          "customer",
          "queue",
          "turn_count",
          "intents",
          "emotion",
          "score",
          "keywords",
          "summary",
          "outcome",
          "speaker_confidence",
          "indexed_at");

  /** What {@link #found} reads. */
  static final List<String> SUMMARY_AND_TURNS =
      Stream.concat(
              SUMMARY.stream(),
              Stream.of(
                  "turns.turn",
                  "turns.speaker",
                  "turns.emotion",
                  "turns.start_ms",
                  "turns.text",
                  "turns.doubtful"))
          .toList();

  private StoredFields() {}

  static FoundConversation found(
      ConversationId id, double score, JsonNode source, TurnMatcher matcher) {
    return new FoundConversation(score, summary(id, source), matcher.moments(id, turns(source)));
  }

  private static List<SpokenTurn.Stored> turns(JsonNode source) {
    List<SpokenTurn.Stored> turns = new ArrayList<>();
    for (JsonNode turn : source.path("turns")) {
      turns.add(
          new SpokenTurn.Stored(
              turn.path("turn").asInt(),
              Speaker.of(turn.path("speaker").asText()),
              turn.path("emotion").asText(""),
              turn.path("start_ms").asLong(),
              turn.path("text").asText(""),
              doubtful(turn.path("doubtful"))));
    }
    return turns;
  }

  private static List<DoubtfulWord> doubtful(JsonNode array) {
    List<DoubtfulWord> words = new ArrayList<>();
    for (JsonNode word : array) {
      words.add(
          new DoubtfulWord(
              word.path("start").asInt(),
              word.path("end").asInt(),
              strings(word.path("alternatives"))));
    }
    return words;
  }

  static ConversationSummary summary(ConversationId id, JsonNode source) {
    return new ConversationSummary(
        id,
        source.path("source").asText(""),
        Channel.of(source.path("channel").asText()),
        source.path("language").asText(""),
        Instant.parse(source.path("started_at").asText()),
        source.path("duration_ms").asLong(),
        source.path("agent").asText(""),
        source.path("customer").asText(""),
        source.path("queue").asText(""),
        source.path("turn_count").asInt(),
        intents(source.path("intents")),
        emotion(source.path("emotion")),
        source.path("score").asDouble(),
        strings(source.path("keywords")),
        strings(source.path("summary")),
        outcome(source.path("outcome").asText("unknown")),
        source.path("speaker_confidence").asDouble(),
        Instant.parse(source.path("indexed_at").asText()));
  }

  private static Outcome outcome(String code) {
    return Outcome.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static List<Scored> intents(JsonNode array) {
    List<Scored> intents = new ArrayList<>();
    for (JsonNode intent : array) {
      intents.add(new Scored(intent.path("name").asText(), intent.path("confidence").asDouble()));
    }
    return intents;
  }

  private static EmotionCourse emotion(JsonNode emotion) {
    return new EmotionCourse(
        emotion.path("label").asText(""),
        emotion.path("valence").asDouble(),
        emotion.path("start").asDouble(),
        emotion.path("lowest").asDouble(),
        emotion.path("end").asDouble(),
        emotion.path("peak_end").asDouble(),
        emotion.path("arousal").asDouble(),
        Shape.valueOf(emotion.path("shape").asText("steady").toUpperCase(Locale.ROOT)),
        new Satisfaction(
            emotion.path("satisfaction").path("stars").asDouble(3),
            emotion.path("satisfaction").path("low").asDouble(1),
            emotion.path("satisfaction").path("high").asDouble(5)));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
