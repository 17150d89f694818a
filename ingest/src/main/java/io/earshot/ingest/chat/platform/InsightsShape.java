package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Word;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.draft.TurnList;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Google's CX Insights: {@code entries} as it takes them in, and the {@code transcriptSegments} of
 * the conversations that its API gives back. Names after its guide on transcript formats.
 */
final class InsightsShape implements JsonShape {
  @Override
  public String format() {
    return "cx-insights";
  }

  @Override
  public boolean fits(JsonNode root) {
    return JsonFields.listOf(root.path("entries"), "text") || !segments(root).isMissingNode();
  }

  private static JsonNode segments(JsonNode root) {
    return root.path("transcript").path("transcriptSegments");
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    for (JsonNode entry : root.path("entries")) {
      Speaker speaker = JsonFields.role(entry.path("role")).orElse(Speaker.UNKNOWN);
      draft.person(speaker, JsonFields.text(entry, "user_id"));
      draft.message(
          speaker,
          JsonFields.time(entry, context, "start_timestamp_usec", "create_time"),
          entry.path("text").asText(""));
    }
    for (JsonNode segment : segments(root)) {
      add(draft, segment, speaker(root, segment), context);
    }
    boolean call = root.path("medium").asText("").equals("PHONE_CALL");
    return draft
        .channel(call ? Channel.CALL : Channel.CHAT)
        .language(root.path("languageCode").asText(""))
        .callId(JsonFields.text(root, "conversation_id", "name").replaceFirst(".*/", ""))
        .attribute(Conversation.AGENT, JsonFields.text(root, "agentId"))
        .startedAt(JsonFields.time(root, context, "startTime"))
        .transcript();
  }

  /** By its participant, else by the channel on which it was heard. */
  private static Speaker speaker(JsonNode root, JsonNode segment) {
    JsonNode call = root.path("callMetadata");
    int channel = segment.path("channelTag").asInt(-1);
    return JsonFields.role(segment.path("segmentParticipant").path("role"))
        .or(() -> on(channel, call.path("customerChannel"), Speaker.CUSTOMER))
        .or(() -> on(channel, call.path("agentChannel"), Speaker.AGENT))
        .orElse(Speaker.UNKNOWN);
  }

  private static Optional<Speaker> on(int channel, JsonNode known, Speaker role) {
    return known.isNumber() && known.asInt() == channel ? Optional.of(role) : Optional.empty();
  }

  private static void add(
      TranscriptDraft draft, JsonNode segment, Speaker speaker, ReadingContext context) {
    draft.person(speaker, JsonFields.text(segment.path("segmentParticipant"), "userId"));
    String text = segment.path("text").asText("");
    Optional<Instant> at = JsonFields.time(segment, context, "messageTime");
    List<Word> words = words(segment);
    if (at.isPresent() || words.isEmpty()) {
      draft.message(speaker, at, text);
      return;
    }
    TurnList.Sound sound =
        new TurnList.Sound(0, JsonFields.share(segment.path("confidence")), words);
    draft.spoken(speaker, words.get(0).startMs(), words.get(words.size() - 1).endMs(), text, sound);
  }

  private static List<Word> words(JsonNode segment) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : segment.path("words")) {
      long startMs = offset(word.path("startOffset"));
      long endMs = Math.max(startMs, offset(word.path("endOffset")));
      double confidence = JsonFields.share(word.path("confidence"));
      words.add(new Word(word.path("word").asText(""), startMs, endMs, confidence));
    }
    return words;
  }

  /** Seconds, such as {@code 1.500s}. */
  private static long offset(JsonNode value) {
    String seconds = value.asText("").replaceFirst("s$", "");
    return JsonFields.milliseconds(TextNode.valueOf(seconds), 1000);
  }
}
