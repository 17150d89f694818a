package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.draft.PartyGuess;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who wrote what, by the lists of users, by the requester, and by what the events say. */
final class ZendeskAuthors {
  private static final String ASSIGNEE = "assigneeEmail";

  private final Map<String, JsonNode> users = new HashMap<>();
  private final TranscriptDraft draft;
  private final String requester;
  private final boolean assignees;

  ZendeskAuthors(JsonNode root, TranscriptDraft draft) {
    this.draft = draft;
    for (JsonNode user : root.path("users")) {
      users.put(user.path("id").asText(), user);
    }
    for (String person : new String[] {"requester", "assignee", "submitter"}) {
      if (root.path(person).isObject()) {
        users.putIfAbsent(root.path(person).path("id").asText(), root.path(person));
      }
    }
    String asked = JsonFields.text(root, "requester_id", "requesterId");
    String asking = asked.isEmpty() ? JsonFields.text(root.path("requester"), "id") : asked;
    requester = asking.isEmpty() ? JsonFields.text(root, "submitter_id") : asking;
    assignees = JsonFields.listOf(root.path("comments"), ASSIGNEE);
  }

  /** Who wrote, where nothing tells the role; empty where nothing tells even that. */
  Optional<String> party(JsonNode event) {
    String name = name(author(event));
    return Optional.of(name.isEmpty() ? id(event) : name).filter(known -> !known.isEmpty());
  }

  private JsonNode author(JsonNode event) {
    JsonNode inner = event.path("author");
    return inner.isObject() ? inner : users.getOrDefault(id(event), inner);
  }

  private static String id(JsonNode event) {
    String id = JsonFields.text(event, "author_id", "authorId");
    return id.isEmpty() ? JsonFields.text(event.path("author"), "id") : id;
  }

  private static String name(JsonNode author) {
    return JsonFields.text(author, "display_name", "displayName", "name", "email");
  }

  Speaker role(JsonNode event) {
    JsonNode author = author(event);
    String name = name(author);
    Speaker role = role(event, author, id(event));
    Speaker told = role == Speaker.AGENT && isMachine(author, name) ? Speaker.SYSTEM : role;
    draft.person(told, name);
    return told;
  }

  private static boolean isMachine(JsonNode author, String name) {
    return PartyGuess.isMachine(name) || author.path("subtypes").toString().contains("\"AI\"");
  }

  private Speaker role(JsonNode event, JsonNode author, String id) {
    return JsonFields.role(author.path("type"))
        .or(() -> business(author))
        .or(() -> JsonFields.role(author.path("role")))
        .orElseGet(() -> byRequester(event, id));
  }

  /** As messaging calls whoever answers. */
  private static Optional<Speaker> business(JsonNode author) {
    boolean business = author.path("type").asText("").equals("business");
    return business ? Optional.of(Speaker.AGENT) : Optional.empty();
  }

  private Speaker byRequester(JsonNode event, String id) {
    if (assignees) {
      return event.hasNonNull(ASSIGNEE) ? Speaker.AGENT : Speaker.CUSTOMER;
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
