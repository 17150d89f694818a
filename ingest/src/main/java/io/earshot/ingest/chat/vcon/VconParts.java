package io.earshot.ingest.chat.vcon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.mail.Mail;
import io.earshot.ingest.text.HtmlText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dialogs of a vCon: which belong together, and what is in them. */
final class VconParts {
  private VconParts() {}

  /** Where a dialog stood in the vCon before it was taken apart: what analyses refer to. */
  static final String INDEX = "earshot_index";

  /** All texts together, each recording for itself. */
  static List<JsonNode> of(JsonNode vcon) {
    List<JsonNode> texts = new ArrayList<>();
    List<List<JsonNode>> groups = new ArrayList<>();
    int index = 0;
    for (JsonNode dialog : dialogs(vcon)) {
      JsonNode numbered = numbered(dialog, index++);
      switch (VconShape.type(dialog)) {
        case "text" -> texts.add(numbered);
        case "recording" -> groups.add(List.of(numbered));
        default -> {}
      }
    }
    if (!texts.isEmpty()) {
      groups.add(0, texts);
    }
    return groups.isEmpty() ? List.of(vcon) : VconShape.with(vcon, groups);
  }

  private static JsonNode numbered(JsonNode dialog, int index) {
    if (!dialog.isObject() || dialog.has(INDEX)) {
      return dialog;
    }
    ObjectNode copy = ((ObjectNode) dialog).objectNode();
    copy.setAll((ObjectNode) dialog);
    return copy.put(INDEX, index);
  }

  static List<JsonNode> dialogs(JsonNode vcon) {
    JsonNode dialog = vcon.path("dialog");
    if (!dialog.isArray() && !dialog.isMissingNode() && !dialog.isObject()) {
      throw EarshotException.badInput("the vCon's 'dialog' is no list");
    }
    List<JsonNode> dialogs = new ArrayList<>();
    if (dialog.isObject()) {
      dialogs.add(dialog);
    } else {
      dialog.forEach(dialogs::add);
    }
    return dialogs;
  }

  /**
   * When it began.
   *
   * @throws EarshotException of kind BAD_INPUT when it does not say, or its duration is none
   */
  static Optional<Instant> start(JsonNode dialog, ReadingContext context) {
    JsonNode duration = dialog.path("duration");
    if (!duration.isMissingNode() && !duration.isNull() && !(duration.asDouble(-1) >= 0)) {
      throw EarshotException.badInput("a dialog's 'duration' is no number of seconds");
    }
    Optional<Instant> start = JsonFields.time(dialog, context, "start");
    if (start.isEmpty()) {
      throw EarshotException.badInput("a dialog has no 'start'");
    }
    return start;
  }

  /** Its media type; {@code mimetype} in version 0.0.1. */
  static String mediaType(JsonNode dialog) {
    return JsonFields.text(dialog, "mediatype", "mimetype");
  }

  static String text(JsonNode dialog) {
    String type = mediaType(dialog).isEmpty() ? "text/plain" : mediaType(dialog);
    String body = body(dialog);
    String kind = type.toLowerCase(Locale.ROOT);
    if (kind.startsWith("multipart/")) {
      return Mail.text(type, body);
    }
    if (kind.startsWith("message/rfc822")) {
      return Mail.parse(body.getBytes(UTF_8)).text();
    }
    return kind.startsWith("text/html") ? HtmlText.of(body) : body;
  }

  private static String body(JsonNode dialog) {
    JsonNode body = dialog.path("body");
    if (!JsonFields.text(dialog, "encoding").equals("base64url")) {
      return body.isTextual() ? body.asText() : JsonFields.text(body, "text", "body", "message");
    }
    return new String(bytes(dialog), UTF_8);
  }

  /** Bytes in base64url; the plain alphabet, which early files use, is read too. */
  static byte[] bytes(JsonNode dialog) {
    String plain = dialog.path("body").asText("").replace('+', '-').replace('/', '_');
    try {
      return Base64.getUrlDecoder().decode(plain.replaceAll("[=\\s]+", ""));
    } catch (IllegalArgumentException e) {
      throw EarshotException.badInput("a dialog's 'body' is no base64url", e);
    }
  }
}
