package io.earshot.ingest.chat.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Word;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.draft.TurnList;
import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.chat.notation.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as Earshot itself writes it: {@code turns} with {@code speaker} and {@code text},
 * in transcripts with times and words.
 */
public final class EarshotShape implements JsonShape {
  @Override
  public String format() {
    return "earshot";
  }

  @Override
  public boolean fits(JsonNode root) {
    return root.path("turns").isArray();
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    add(draft, root);
    for (String name : List.of(Conversation.AGENT, Conversation.CUSTOMER, Conversation.QUEUE)) {
      draft.attribute(name, root.path(name).asText(""));
    }
    return draft
        .callId(root.path(Conversation.CALL_ID).asText(""))
        .channel(channel(root, isSpoken(root)))
        .language(root.path("language").asText(""))
        .startedAt(startedAt(root, context))
        .transcript();
  }

  /** Adds the turns of an object. */
  public void add(TranscriptDraft draft, JsonNode root) {
    boolean timed = false;
    for (JsonNode turn : root.path("turns")) {
      timed |= JsonFields.milliseconds(turn.path("end_ms"), 1) > 0;
    }
    for (JsonNode turn : root.path("turns")) {
      add(draft, turn, timed);
    }
  }

  private static boolean isSpoken(JsonNode root) {
    for (JsonNode turn : root.path("turns")) {
      if (turn.path("end_ms").asDouble() > turn.path("start_ms").asDouble()) {
        return true;
      }
    }
    return false;
  }

  /** All at 0 means that times are not known. */
  private static void add(TranscriptDraft draft, JsonNode turn, boolean timed) {
    Speaker speaker =
        Roles.speaker(turn.path("speaker").asText(turn.path("role").asText("")))
            .orElse(Speaker.UNKNOWN);
    String text = turn.path("text").asText("");
    JsonNode start = turn.path("start_ms");
    if (!start.isNumber() || !timed) {
      draft.message(speaker, Optional.empty(), text);
      return;
    }
    int track = (int) Math.min(JsonFields.milliseconds(turn.path("channel"), 1), 0xff);
    double confidence = JsonFields.share(turn.path("confidence"));
    draft.spoken(
        speaker,
        JsonFields.milliseconds(start, 1),
        JsonFields.milliseconds(turn.path("end_ms"), 1),
        text,
        new TurnList.Sound(track, confidence, words(turn)));
  }

  private static List<Word> words(JsonNode turn) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : turn.path("words")) {
      long startMs = JsonFields.milliseconds(word.path("start_ms"), 1);
      words.add(
          new Word(
              word.path("word").asText(word.path("text").asText("")),
              startMs,
              Math.max(startMs, JsonFields.milliseconds(word.path("end_ms"), 1)),
              JsonFields.share(word.path("confidence"))));
    }
    return words;
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
}
