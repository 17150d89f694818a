package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.PartyGuess;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * LiveChat's archives: a chat has {@code users} and one {@code thread} or several {@code threads},
 * each a conversation of its own with {@code events}. Names after the Agent Chat API.
 */
final class LiveChatShape implements JsonShape {
  @Override
  public String format() {
    return "livechat";
  }

  @Override
  public boolean fits(JsonNode root) {
    boolean threads = JsonFields.listOf(root.path("threads"), "events");
    return threads || root.path("thread").path("events").isArray();
  }

  @Override
  public List<JsonNode> conversations(JsonNode root, ReadingContext context) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode thread : root.path("threads")) {
      ObjectNode chat = root.deepCopy();
      chat.remove("threads");
      chat.set("thread", thread);
      found.add(chat);
    }
    return found.isEmpty() ? List.of(root) : found;
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    JsonNode thread = root.path("thread");
    Map<String, Speaker> roles = new HashMap<>();
    for (JsonNode user : root.path("users")) {
      boolean machine = PartyGuess.isMachine(JsonFields.text(user, "name"));
      Speaker role = machine ? Speaker.SYSTEM : role(user.path("type").asText(""));
      roles.put(user.path("id").asText(), role);
      draft.person(role, JsonFields.text(user, "name", "email"));
    }
    for (JsonNode event : thread.path("events")) {
      add(draft, event, roles, JsonFields.time(event, context, "created_at"));
    }
    String id = JsonFields.text(thread, "id");
    return draft.callId(id.isEmpty() ? JsonFields.text(root, "id") : id).transcript();
  }

  private static Speaker role(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "customer" -> Speaker.CUSTOMER;
      case "agent" -> Speaker.AGENT;
      case "bot" -> Speaker.SYSTEM;
      default -> Speaker.UNKNOWN;
    };
  }

  private static void add(
      TranscriptDraft draft, JsonNode event, Map<String, Speaker> roles, Optional<Instant> at) {
    String text = JsonFields.text(event, "text");
    String author = event.path("author_id").asText();
    // Agents are called by their addresses, customers by numbers.
    Speaker unlisted = author.contains("@") ? Speaker.AGENT : Speaker.UNKNOWN;
    Speaker speaker = roles.getOrDefault(author, unlisted);
    boolean hidden = JsonFields.text(event, "visibility", "recipients").equals("agents");
    switch (event.path("type").asText("message")) {
      case "message", "annotation" -> {
        if (hidden) {
          draft.note(at, text);
        } else {
          draft.message(speaker, at, text);
        }
      }
      case "system_message" -> draft.message(Speaker.SYSTEM, at, text);
      case "rich_message" -> draft.message(speaker, at, titles(event));
      case "filled_form" -> draft.message(speaker, at, answers(event));
      case "file" -> draft.media(1);
      default -> {}
    }
  }

  /** What was filled in before or after a chat, but for who it was. */
  private static String answers(JsonNode event) {
    List<String> answers = new ArrayList<>();
    for (JsonNode field : event.path("fields")) {
      String answer = JsonFields.words(field.path("answer"));
      String label = JsonFields.text(field.path("answer"), "label");
      boolean person = List.of("name", "email").contains(field.path("type").asText());
      if (!person && !(answer + label).isEmpty()) {
        answers.add(JsonFields.text(field, "label") + " " + (answer.isEmpty() ? label : answer));
      }
    }
    return String.join("\n", answers);
  }

  private static String titles(JsonNode event) {
    List<String> titles = new ArrayList<>();
    for (JsonNode element : event.path("elements")) {
      titles.add(JsonFields.text(element, "title"));
      titles.add(JsonFields.text(element, "subtitle"));
    }
    titles.removeIf(String::isEmpty);
    return String.join("\n", titles);
  }
}
