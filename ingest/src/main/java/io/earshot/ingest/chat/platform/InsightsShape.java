package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;

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
      JsonNode participant = segment.path("segmentParticipant");
      Speaker speaker = JsonFields.role(participant.path("role")).orElse(Speaker.UNKNOWN);
      draft.person(speaker, JsonFields.text(participant, "userId"));
      draft.message(
          speaker,
          JsonFields.time(segment, context, "messageTime"),
          segment.path("text").asText(""));
    }
    boolean call = root.path("medium").asText("").equals("PHONE_CALL");
    return draft
        .channel(call ? Channel.CALL : Channel.CHAT)
        .language(root.path("languageCode").asText(""))
        .callId(JsonFields.text(root, "conversation_id", "name"))
        .startedAt(JsonFields.time(root, context, "startTime"))
        .transcript();
  }
}
