package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.draft.TurnList;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonReader;
import io.earshot.ingest.chat.json.JsonShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Amazon Connect's chat transcripts and the analysis of Contact Lens, of calls and chats, whole or
 * in segments. A chat's items carry {@code AbsoluteTime}, a call's {@code BeginOffsetMillis}; who
 * spoke stands in the item ({@code ParticipantRole}) or under {@code Participants}. Names after the
 * Amazon Connect API (types Item and RealtimeContactAnalysisSegment) and the Contact Lens example
 * output files.
 */
final class ContactLensShape implements JsonShape {
  @Override
  public String format() {
    return "contact-lens";
  }

  @Override
  public boolean fits(JsonNode root) {
    return root.path("Transcript").isArray()
        || JsonFields.listOf(root.path("Segments"), "Transcript", "Utterance", "Categories")
        || root.has("JobStatus");
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    String status = root.path("JobStatus").asText("");
    if (status.equalsIgnoreCase("FAILED")) {
      throw EarshotException.badInput(
          "Contact Lens says that its analysis failed; hand in the recording or the chat itself");
    }
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    Map<String, Speaker> participants = participants(root);
    boolean offsets = false;
    for (JsonNode item : items(root)) {
      offsets |= add(draft, item, participants, context);
    }
    if (draft.isEmpty()) {
      throw EarshotException.badInput("the transcript holds no messages");
    }
    return draft
        .channel(channel(root, offsets))
        .language(root.path("LanguageCode").asText(""))
        .callId(JsonFields.text(root, "ContactId"))
        .callId(JsonFields.text(root.path("CustomerMetadata"), "ContactId"))
        .lasting(offsets ? stated(root) : 0)
        .transcript();
  }

  private static JsonNode items(JsonNode root) {
    if (root.path("Transcript").isArray()) {
      return root.path("Transcript");
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (JsonNode segment : root.path("Segments")) {
      JsonNode item = segment.path("Transcript");
      if (item.isObject()) {
        items.add(item);
      }
    }
    return items;
  }

  private static Map<String, Speaker> participants(JsonNode root) {
    Map<String, Speaker> participants = new HashMap<>();
    for (JsonNode participant : root.path("Participants")) {
      JsonFields.role(participant.path("ParticipantRole"))
          .ifPresent(role -> participants.put(participant.path("ParticipantId").asText(), role));
    }
    return participants;
  }

  /** Adds an item; returns whether its times are offsets. */
  private static boolean add(
      TranscriptDraft draft,
      JsonNode item,
      Map<String, Speaker> participants,
      ReadingContext context) {
    if (item.path("Type").asText("").equalsIgnoreCase("ATTACHMENT")) {
      draft.media(Math.max(1, item.path("Attachments").size()));
    }
    String text = text(item);
    if (text.isEmpty()) {
      return false;
    }
    Speaker speaker = speaker(item, participants);
    draft.person(speaker, item.path("DisplayName").asText(""));
    JsonNode begin = item.path("BeginOffsetMillis");
    if (begin.isNumber()) {
      long endMs = JsonFields.milliseconds(item.path("EndOffsetMillis"), 1);
      draft.spoken(speaker, JsonFields.milliseconds(begin, 1), endMs, text, TurnList.Sound.NONE);
      return true;
    }
    Optional<Instant> at = JsonFields.time(item, context, "AbsoluteTime");
    draft.message(
        speaker, at.or(() -> JsonFields.time(item.path("Time"), context, "AbsoluteTime")), text);
    return false;
  }

  /** Empty for what is no message. */
  private static String text(JsonNode item) {
    String type = item.path("Type").asText("MESSAGE");
    String contentType = item.path("ContentType").asText("text/plain").toLowerCase(Locale.ROOT);
    String content = item.path("Content").asText("");
    if (!type.equalsIgnoreCase("MESSAGE")) {
      return "";
    }
    return contentType.contains("message.interactive")
        ? JsonReader.parse(content).map(ContactLensShape::choices).orElse("")
        : contentType.startsWith("text/") ? content : "";
  }

  /** What a bot gives to choose from, and what was chosen. */
  private static String choices(JsonNode message) {
    JsonNode content = message.path("data").path("content");
    List<String> lines = new ArrayList<>();
    lines.add(JsonFields.text(content, "title", "selectedOption"));
    lines.add(JsonFields.text(content, "subtitle"));
    content.path("elements").forEach(element -> lines.add(JsonFields.words(element)));
    lines.removeIf(String::isEmpty);
    return String.join("\n", lines);
  }

  private static Speaker speaker(JsonNode item, Map<String, Speaker> participants) {
    return JsonFields.role(item.path("ParticipantRole"))
        .or(() -> Optional.ofNullable(participants.get(item.path("ParticipantId").asText())))
        .or(() -> JsonFields.role(item.path("ParticipantId")))
        .orElse(Speaker.UNKNOWN);
  }

  private static Channel channel(JsonNode root, boolean offsets) {
    return switch (root.path("Channel").asText("").toUpperCase(Locale.ROOT)) {
      case "VOICE" -> Channel.CALL;
      case "CHAT" -> Channel.CHAT;
      default -> offsets ? Channel.CALL : Channel.CHAT;
    };
  }

  private static long stated(JsonNode root) {
    JsonNode characteristics = root.path("ConversationCharacteristics");
    return JsonFields.milliseconds(characteristics.path("TotalConversationDurationMillis"), 1);
  }
}
