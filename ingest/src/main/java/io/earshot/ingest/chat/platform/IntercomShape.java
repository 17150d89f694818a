package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import io.earshot.ingest.text.HtmlText;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Intercom's conversations: a first message ({@code source}), then {@code conversation_parts},
 * whose bodies are HTML. Notes are for the staff only. Names after the conversation model of
 * Intercom's API.
 */
final class IntercomShape implements JsonShape {
  @Override
  public String format() {
    return "intercom";
  }

  @Override
  public boolean fits(JsonNode root) {
    return root.has("conversation_parts") || root.has("conversation_message");
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    Optional<Instant> created = JsonFields.time(root, context, "created_at");
    add(draft, root.path("source"), created);
    add(draft, root.path("conversation_message"), created);
    JsonNode parts = root.path("conversation_parts");
    for (JsonNode part : parts.isArray() ? parts : parts.path("conversation_parts")) {
      add(draft, part, JsonFields.time(part, context, "created_at"));
    }
    return draft
        .callId(JsonFields.text(root, "id"))
        .attribute("subject", HtmlText.of(JsonFields.text(root.path("source"), "subject")))
        .attribute(Conversation.QUEUE, JsonFields.text(root.path("team"), "name"))
        .transcript();
  }

  private static void add(TranscriptDraft draft, JsonNode part, Optional<Instant> at) {
    String text = HtmlText.of(part.path("body").asText(""));
    if (text.isEmpty()) {
      return;
    }
    JsonNode author = part.path("author");
    Speaker speaker = speaker(author.path("type").asText(""));
    draft.person(speaker, JsonFields.text(author, "name", "email"));
    if (part.path("part_type").asText("").toLowerCase(Locale.ROOT).contains("note")) {
      draft.note(at, text);
    } else {
      draft.message(speaker, at, text);
    }
  }

  private static Speaker speaker(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "user", "lead", "contact", "visitor" -> Speaker.CUSTOMER;
      case "admin", "team", "teammate" -> Speaker.AGENT;
      case "bot", "operator", "workflow" -> Speaker.SYSTEM;
      default -> Speaker.UNKNOWN;
    };
  }
}
