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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Zendesk's tickets: the {@code events} of the conversation log, the {@code comments} of the
 * ticketing API and of exports, and those of the import into Zendesk QA. Comments that are not
 * public are notes. Names after the reference of the conversation log's events and of ticket
 * comments.
 */
final class ZendeskShape implements JsonShape {
  private static final String[] AUTHOR_MARKS = {"author_id", "authorId", "assigneeEmail", "author"};

  @Override
  public String format() {
    return "zendesk";
  }

  @Override
  public boolean fits(JsonNode root) {
    JsonNode ticket = root.path("ticket").isObject() ? root.path("ticket") : root;
    return JsonFields.listOf(root.path("events"), "author", "content")
        || JsonFields.listOf(ticket.path("comments"), "body", "content", "html_body", "plain_body")
        || JsonFields.listOf(root.path("comments"), "body", "content", "html_body", "plain_body");
  }

  @Override
  public List<JsonNode> conversations(JsonNode root, ReadingContext context) {
    JsonNode ticket = root.path("ticket");
    if (!ticket.isObject()) {
      return List.of(root);
    }
    ObjectNode whole = ticket.deepCopy();
    for (String name : List.of("users", "comments", "events")) {
      if (root.has(name)) {
        whole.set(name, root.get(name));
      }
    }
    return List.of(whole);
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    Authors authors = new Authors(root, draft);
    for (JsonNode event : root.path("events")) {
      add(draft, event, authors, context);
    }
    for (JsonNode comment : root.path("comments")) {
      add(draft, comment, authors, context);
    }
    return draft
        .callId(JsonFields.text(root, "id", "externalId", "external_id", "ticket_id"))
        .attribute("subject", JsonFields.text(root, "subject"))
        .transcript();
  }

  private static void add(
      TranscriptDraft draft, JsonNode event, Authors authors, ReadingContext context) {
    String text = text(event);
    if (text.isEmpty()) {
      return;
    }
    Optional<Instant> at = JsonFields.time(event, context, "created_at", "createdAt", "created");
    Speaker speaker = authors.role(event);
    if (isHidden(event)) {
      draft.note(at, text);
    } else {
      draft.message(speaker, at, text);
    }
  }

  private static boolean isHidden(JsonNode event) {
    for (JsonNode part : List.of(event, event.path("metadata"), event.path("content"))) {
      for (String name : List.of("public", "is_public", "isPublic")) {
        if (part.path(name).isBoolean() && !part.path(name).asBoolean()) {
          return true;
        }
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
    String html = JsonFields.text(event, "html_body");
    boolean asHtml = content.path("type").asText("").equals("html");
    String inner = JsonFields.text(content, "text", "body", "html", "htmlText", "textFallback");
    return html.isEmpty() ? (asHtml ? HtmlText.of(inner) : inner) : HtmlText.of(html);
  }

  /** Who wrote what, by the lists of users, by the requester, and by what the events say. */
  private static final class Authors {
    private final Map<String, JsonNode> users = new HashMap<>();
    private final TranscriptDraft draft;
    private final String requester;
    private final boolean assignees;

    Authors(JsonNode root, TranscriptDraft draft) {
      this.draft = draft;
      for (JsonNode user : root.path("users")) {
        users.put(user.path("id").asText(), user);
      }
      JsonNode asked = root.path("requester");
      if (asked.isObject()) {
        users.putIfAbsent(asked.path("id").asText(), asked);
      }
      requester = JsonFields.text(root, "requester_id", "submitter_id");
      assignees = JsonFields.listOf(root.path("comments"), "assigneeEmail");
    }

    Speaker role(JsonNode event) {
      String id = JsonFields.text(event, AUTHOR_MARKS[0], AUTHOR_MARKS[1]);
      JsonNode inner = event.path("author");
      JsonNode author = inner.isObject() ? inner : users.getOrDefault(id, inner);
      Speaker role = role(event, author, id.isEmpty() ? JsonFields.text(author, "id") : id);
      draft.person(role, JsonFields.text(author, "display_name", "displayName", "name", "email"));
      return role;
    }

    private Speaker role(JsonNode event, JsonNode author, String id) {
      return JsonFields.role(author.path("type"))
          .or(() -> JsonFields.role(author.path("role")))
          .orElseGet(() -> byRequester(event, id));
    }

    private Speaker byRequester(JsonNode event, String id) {
      if (assignees) {
        return event.hasNonNull(AUTHOR_MARKS[2]) ? Speaker.AGENT : Speaker.CUSTOMER;
      }
      if (id.equals("-1")) {
        return Speaker.SYSTEM;
      }
      if (requester.isEmpty() || id.isEmpty()) {
        return Speaker.UNKNOWN;
      }
      return id.equals(requester) ? Speaker.CUSTOMER : Speaker.AGENT;
    }
  }
}
