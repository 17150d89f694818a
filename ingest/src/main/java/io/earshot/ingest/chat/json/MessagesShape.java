package io.earshot.ingest.chat.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.notation.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Any object with a list of messages, each with who and what: the shape that most home-made exports
 * have, whatever they call it.
 */
final class MessagesShape implements JsonShape {
  private static final List<String> LISTS =
      List.of(
          "messages",
          "entries",
          "transcript",
          "dialogue",
          "dialog",
          "utterances",
          "conversation",
          "events",
          "records",
          "chat",
          "lines",
          "comments",
          "history",
          "消息",
          "消息列表",
          "对话",
          "聊天记录");
  private static final String[] TEXTS = {
    "text",
    "content",
    "message",
    "message_parts",
    "body",
    "utterance",
    "words",
    "msg",
    "value",
    "内容",
    "消息",
    "文本"
  };
  private static final String[] SPEAKERS = {
    "role",
    "speaker",
    "sender_type",
    "senderType",
    "user_type",
    "userType",
    "author_type",
    "actor_type",
    "sender",
    "author",
    "from",
    "participant",
    "participant_role",
    "participantRole",
    "user",
    "username",
    "sender_name",
    "senderName",
    "nickname",
    "name",
    "角色",
    "发送者",
    "发送人",
    "昵称"
  };
  private static final String[] NAMES = {"name", "display_name", "displayName", "author_name"};
  private static final String[] TIMES = {
    "timestamp",
    "time",
    "created_at",
    "createdAt",
    "sent_at",
    "sentAt",
    "created",
    "date",
    "ts",
    "at",
    "created_time",
    "时间",
    "发送时间"
  };

  @Override
  public String format() {
    return "messages";
  }

  @Override
  public boolean fits(JsonNode root) {
    return !messages(root).isMissingNode();
  }

  /** Whether an object is a message itself, with who and what. */
  static boolean isMessage(JsonNode object) {
    return object.isObject() && has(object, TEXTS) && has(object, SPEAKERS);
  }

  private static boolean has(JsonNode object, String[] names) {
    return !first(object, names).isEmpty();
  }

  private static JsonNode messages(JsonNode root) {
    for (String name : LISTS) {
      JsonNode list = root.path(name);
      if (JsonFields.listOf(list, TEXTS) && JsonFields.listOf(list, SPEAKERS)) {
        return list;
      }
    }
    return root.path("");
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    for (JsonNode message : messages(root)) {
      add(draft, message, context);
    }
    return draft
        .callId(
            JsonFields.text(
                root,
                "id",
                "conversation_id",
                "conversationId",
                "session_id",
                "sessionId",
                "chat_id",
                "会话ID",
                "会话id",
                "会话编号"))
        .language(JsonFields.text(root, "language", "languageCode", "lang"))
        .transcript();
  }

  private static void add(TranscriptDraft draft, JsonNode message, ReadingContext context) {
    Optional<Instant> at = JsonFields.time(message, context, TIMES);
    String text = first(message, TEXTS);
    String who = first(message, SPEAKERS);
    Optional<Roles.Label> label = Roles.label(who);
    boolean hidden =
        JsonFields.flag(message, "internal", "private", "is_internal", "is_private", "isInternal")
            || message.path("message_type").asText("").equals("private");
    if (hidden) {
      draft.note(at, text);
    } else if (label.isPresent()) {
      draft.person(label.get().speaker(), label.get().name());
      draft.person(label.get().speaker(), JsonFields.text(message, NAMES));
      draft.message(label.get().speaker(), at, text);
    } else if (who.isBlank()) {
      draft.message(Speaker.UNKNOWN, at, text);
    } else {
      draft.message(who, at, text);
    }
  }

  /** A text, that of an object such as {@code {"type": "agent"}}, or those of a list of parts. */
  private static String first(JsonNode message, String[] names) {
    for (String name : names) {
      JsonNode value = message.path(name);
      String role = JsonFields.text(value, "type", "role");
      String who = role.isEmpty() ? JsonFields.text(value, "text", "body", "name", "id") : role;
      String text = who.isEmpty() ? JsonFields.words(value) : who;
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
