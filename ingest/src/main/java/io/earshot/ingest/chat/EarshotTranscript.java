package io.earshot.ingest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation as Earshot itself writes it: {@code turns} with {@code speaker} and {@code text},
 * in transcripts with times and words.
 */
final class EarshotTranscript {
  private static final double MAX_MS = 366.0 * 24 * 3_600_000;

  private EarshotTranscript() {}

  static boolean isOne(JsonNode root) {
    return root.path("turns").isArray();
  }

  /**
   * Reads a conversation.
   *
   * @throws EarshotException of kind BAD_INPUT when it is none
   */
  static Transcript read(JsonNode root, ReadingContext context) {
    TurnList turns = new TurnList(context.maxConversationCharacters());
    for (JsonNode turn : root.path("turns")) {
      add(turns, turn);
    }
    if (turns.isEmpty()) {
      throw EarshotException.badInput("the conversation holds no turns");
    }
    List<Turn> ordered = turns.turns(0);
    long lastMs = ordered.stream().mapToLong(Turn::endMs).max().orElse(0);
    boolean spoken = ordered.stream().anyMatch(turn -> turn.endMs() > turn.startMs());
    return new Transcript(
        "",
        channel(root, spoken),
        Headers.primaryLanguage(root.path("language").asText("")),
        startedAt(root, context),
        turns.timed() && lastMs > 0,
        lastMs,
        attributes(root),
        ordered);
  }

  private static void add(TurnList turns, JsonNode turn) {
    Speaker speaker =
        Roles.speaker(turn.path("speaker").asText(turn.path("role").asText("")))
            .orElse(Speaker.UNKNOWN);
    String text = turn.path("text").asText("");
    JsonNode start = turn.path("start_ms");
    if (!start.isNumber()) {
      turns.add(speaker, text);
      return;
    }
    int track = (int) milliseconds(turn.path("channel"));
    double confidence = turn.path("confidence").asDouble(1);
    turns.add(
        speaker,
        text,
        milliseconds(start),
        milliseconds(turn.path("end_ms")),
        new TurnList.Sound(track, share(confidence), words(turn)));
  }

  private static List<Word> words(JsonNode turn) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : turn.path("words")) {
      long startMs = milliseconds(word.path("start_ms"));
      words.add(
          new Word(
              word.path("word").asText(word.path("text").asText("")),
              startMs,
              Math.max(startMs, milliseconds(word.path("end_ms"))),
              share(word.path("confidence").asDouble(1))));
    }
    return words;
  }

  private static long milliseconds(JsonNode node) {
    double value = node.asDouble(0);
    if (!(value >= 0 && value <= MAX_MS)) {
      throw EarshotException.badInput("a time is no number of milliseconds");
    }
    return (long) value;
  }

  private static double share(double value) {
    return value >= 0 && value <= 1 ? value : 1;
  }

  private static Channel channel(JsonNode root, boolean spoken) {
    return switch (root.path("channel").asText("")) {
      case "call" -> Channel.CALL;
      case "chat" -> Channel.CHAT;
      default -> spoken ? Channel.CALL : Channel.CHAT;
    };
  }

  private static Optional<Instant> startedAt(JsonNode root, ReadingContext context) {
    return Stamp.parse(root.path("started_at").asText(""))
        .map(stamp -> stamp.at(context.day(), context.zone()));
  }

  private static Map<String, String> attributes(JsonNode root) {
    Map<String, String> attributes = new HashMap<>();
    List<String> names =
        List.of(
            Conversation.AGENT, Conversation.CUSTOMER, Conversation.CALL_ID, Conversation.QUEUE);
    for (String name : names) {
      String value = root.path(name).asText("");
      if (!value.isBlank()) {
        attributes.put(name, value.strip());
      }
    }
    return attributes;
  }
}
