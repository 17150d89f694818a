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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Intercom's conversations: a first message ({@code source}), then {@code conversation_parts},
 * whose bodies are HTML. Notes are for the staff only. Names after the conversation model of
 * Intercom's API.
 */
final class IntercomShape implements JsonShape {
  /** Parts of other kinds tell what became of the conversation; these may carry words. */
  private static final Pattern SAID =
      Pattern.compile("comment|assign|open|close|snooze|unsnooze|quick_reply|note");

  /** How a first message came about that nobody wrote. */
  private static final Set<String> AUTOMATIC =
      Set.of("automated", "operator_initiated", "campaigns_initiated");

  @Override
  public String format() {
    return "intercom";
  }

  @Override
  public boolean fits(JsonNode root) {
    boolean listed = root.path("source").has("author") && root.path("source").has("body");
    return root.has("conversation_parts") || root.has("conversation_message") || listed;
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
    draft.media(media(part));
    if (text.isEmpty()) {
      return;
    }
    String type = part.path("part_type").asText("comment").toLowerCase(Locale.ROOT);
    Speaker speaker = SAID.matcher(type).lookingAt() ? speaker(part) : Speaker.SYSTEM;
    draft.person(speaker, JsonFields.text(part.path("author"), "name", "email"));
    if (type.contains("note")) {
      draft.note(at, text);
    } else {
      draft.message(speaker, at, text);
    }
  }

  private static int media(JsonNode part) {
    int pictures = part.path("body").asText("").split("<img\\b", -1).length - 1;
    return part.path("attachments").size() + pictures;
  }

  private static Speaker speaker(JsonNode part) {
    JsonNode author = part.path("author");
    boolean machine =
        JsonFields.flag(author, "from_ai_agent", "is_ai_answer")
            || AUTOMATIC.contains(part.path("delivered_as").asText(""));
    return switch (author.path("type").asText("").toLowerCase(Locale.ROOT)) {
      case "user", "lead", "contact", "visitor" -> Speaker.CUSTOMER;
      case "admin", "team", "teammate" -> machine ? Speaker.SYSTEM : Speaker.AGENT;
      case "bot", "operator", "workflow" -> Speaker.SYSTEM;
      default -> Speaker.UNKNOWN;
    };
  }
}
