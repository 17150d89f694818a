package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.draft.TurnList;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import java.util.List;

/**
 * Tickets of Aliyun's smart conversation analysis (智能对话分析): a {@code dialogue} of {@code words}
 * with {@code role} 客服 or 客户, times as milliseconds from the start, in chats as {@code beginTime}.
 * Names after its reference of uploads and results.
 */
final class AliyunShape implements JsonShape {
  private static final List<String> SHARED =
      List.of("tid", "taskId", "agent", "agentName", "skillGroupName");

  @Override
  public String format() {
    return "aliyun-sca";
  }

  @Override
  public boolean fits(JsonNode root) {
    return JsonFields.listOf(dialogue(root), "words")
        || JsonFields.listOf(dialogue(root.path("recording")), "words");
  }

  private static JsonNode dialogue(JsonNode ticket) {
    return ticket.has("dialogue") ? ticket.path("dialogue") : ticket.path("dialogues");
  }

  @Override
  public List<JsonNode> conversations(JsonNode root, ReadingContext context) {
    JsonNode recording = root.path("recording");
    if (!recording.isObject()) {
      return List.of(root);
    }
    ObjectNode flat = recording.deepCopy();
    for (String name : SHARED) {
      if (root.has(name) && !flat.has(name)) {
        flat.set(name, root.get(name));
      }
    }
    return List.of(flat);
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    JsonNode dialogue = dialogue(root);
    boolean spoken = false;
    for (JsonNode item : dialogue) {
      spoken |= item.path("end").asDouble() > item.path("begin").asDouble();
    }
    for (JsonNode item : dialogue) {
      Speaker speaker = speaker(item);
      draft.person(speaker, JsonFields.text(item, "identity"));
      if (spoken) {
        draft.spoken(speaker, at(item, "begin"), at(item, "end"), words(item), TurnList.Sound.NONE);
      } else {
        draft.message(speaker, JsonFields.time(item, context, "beginTime"), words(item));
      }
    }
    if (spoken && !dialogue.isEmpty()) {
      draft.startedAt(JsonFields.time(root, context, "callStartTime", "startTime", "callTime"));
    }
    return draft
        .channel(spoken ? Channel.CALL : Channel.CHAT)
        .callId(JsonFields.text(root, "tid", "callId", "taskId", "id"))
        .attribute(Conversation.QUEUE, JsonFields.text(root, "skillGroupName"))
        .attribute("file", JsonFields.text(root, "fileName", "name"))
        .attribute(
            Conversation.AGENT,
            JsonFields.text(
                root, "agentName", "serviceName", "customerServiceName", "customerServiceId"))
        .attribute(Conversation.AGENT, JsonFields.text(root.path("agent"), "name", "id"))
        .transcript();
  }

  private static long at(JsonNode item, String name) {
    return JsonFields.milliseconds(item.path(name), 1);
  }

  private static String words(JsonNode item) {
    return item.path("words").asText("");
  }

  private static Speaker speaker(JsonNode item) {
    return JsonFields.role(item.path("role"))
        .or(() -> JsonFields.role(item.path("identity")))
        .orElse(Speaker.UNKNOWN);
  }
}
