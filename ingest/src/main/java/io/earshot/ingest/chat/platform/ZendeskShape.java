package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import io.earshot.ingest.text.HtmlText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Zendesk's tickets: the {@code events} of the conversation log, the {@code comments} of the
 * ticketing API and of exports, the {@code audits} of a ticket, and those of the import into
 * Zendesk QA. Comments that are not public are notes. Names after the reference of the conversation
 * log's events and of ticket comments.
 */
final class ZendeskShape implements JsonShape {
  private static final String[] TIMES = {
    "created_at", "createdAt", "created", "received", "timestamp"
  };
  private static final Set<String> MEDIA = Set.of("image", "file", "audio", "video");

  @Override
  public String format() {
    return "zendesk";
  }

  @Override
  public boolean fits(JsonNode root) {
    JsonNode ticket = root.path("ticket").isObject() ? root.path("ticket") : root;
    return JsonFields.listOf(root.path("events"), "author", "content")
        || JsonFields.listOf(ticket.path("comments"), "body", "content", "html_body", "plain_body")
        || JsonFields.listOf(root.path("comments"), "body", "content", "html_body", "plain_body")
        || JsonFields.listOf(root.path("audits"), "events");
  }

  @Override
  public List<JsonNode> conversations(JsonNode root, ReadingContext context) {
    JsonNode ticket = root.path("ticket");
    if (!ticket.isObject()) {
      return List.of(root);
    }
    ObjectNode whole = ticket.deepCopy();
    for (String name : List.of("users", "comments", "events", "audits")) {
      if (root.has(name)) {
        whole.set(name, root.get(name));
      }
    }
    return List.of(whole);
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    ZendeskAuthors authors = new ZendeskAuthors(root, draft);
    for (JsonNode event : root.path("events")) {
      add(draft, event, authors, JsonFields.time(event, context, TIMES));
    }
    for (JsonNode comment : root.path("comments")) {
      add(draft, comment, authors, JsonFields.time(comment, context, TIMES));
    }
    for (JsonNode audit : root.path("audits")) {
      Optional<Instant> at = JsonFields.time(audit, context, TIMES);
      for (JsonNode event : audit.path("events")) {
        add(draft, event, authors, at);
      }
    }
    return draft
        .callId(JsonFields.text(root, "id", "externalId", "external_id", "ticket_id"))
        .attribute("subject", JsonFields.text(root, "subject"))
        .transcript();
  }

  private static void add(
      TranscriptDraft draft, JsonNode event, ZendeskAuthors authors, Optional<Instant> at) {
    draft.media(media(event));
    String text = text(event);
    if (text.isEmpty()) {
      return;
    }
    String type = event.path("type").asText("comment").toLowerCase(Locale.ROOT);
    boolean said =
        !type.contains("voice") && (type.contains("comment") || type.contains("message"));
    Speaker author = authors.role(event);
    Speaker speaker = said ? author : Speaker.SYSTEM;
    Optional<String> party = authors.party(event);
    if (isHidden(event)) {
      draft.note(at, text);
    } else if (speaker == Speaker.UNKNOWN && party.isPresent()) {
      draft.message(party.get(), at, text);
    } else {
      draft.message(speaker, at, text);
    }
  }

  private static int media(JsonNode event) {
    boolean only = MEDIA.contains(event.path("content").path("type").asText(""));
    return event.path("attachments").size() + (only ? 1 : 0);
  }

  private static boolean isHidden(JsonNode event) {
    for (JsonNode part : List.of(event, event.path("metadata"), event.path("content"))) {
      for (String name : List.of("public", "is_public", "isPublic")) {
        if (part.path(name).isBoolean() && !part.path(name).asBoolean()) {
          return true;
        }
      }
      if (JsonFields.flag(part, "internal", "isInternal", "is_internal", "private", "isPrivate")) {
        return true;
      }
    }
    return event.path("type").asText("").toLowerCase(Locale.ROOT).contains("internal");
  }

  /** Plain where there is plain text, for it is what was typed. */
  private static String text(JsonNode event) {
    JsonNode content = event.path("content");
    String plain = JsonFields.text(event, "plain_body", "body", "text", "content");
    if (!plain.isEmpty()) {
      return plain;
    }
    if (content.path("items").isArray()) {
      return JsonFields.words(content.path("items"));
    }
    String html = JsonFields.text(event, "html_body");
    boolean asHtml = content.path("type").asText("").equals("html");
    String inner = JsonFields.text(content, "text", "body", "html", "htmlText", "textFallback");
    return html.isEmpty() ? (asHtml ? HtmlText.of(inner) : inner) : HtmlText.of(html);
  }
}
