package io.earshot.ingest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One transcript object. A chat's items carry {@code AbsoluteTime}, a call's {@code
 * BeginOffsetMillis}; who spoke stands in the item ({@code ParticipantRole}) or under {@code
 * Participants}. Field names after the Amazon Connect API (type Item) and the Contact Lens example
 * output files.
 */
final class ContactLensTranscript {
  /** A year: offsets beyond it are no offsets. */
  private static final long MAX_OFFSET_MS = 366L * 24 * 3_600_000;

  private final JsonNode root;
  private final JsonNode items;
  private final ReadingContext context;
  private final TurnList turns;
  private final Map<String, Speaker> participants = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();
  private boolean offsets;
  private boolean absolute;

  private ContactLensTranscript(JsonNode root, ReadingContext context) {
    this.root = root;
    this.items = root.path("Transcript");
    this.context = context;
    this.turns = new TurnList(context.maxConversationCharacters());
  }

  /**
   * Reads a transcript object.
   *
   * @throws EarshotException of kind BAD_INPUT when it is none
   */
  static Transcript read(JsonNode root, ReadingContext context) {
    return new ContactLensTranscript(root, context).read();
  }

  private Transcript read() {
    if (!items.isArray()) {
      throw EarshotException.badInput(
          "it has neither a 'Transcript' list, as Contact Lens and Amazon Connect write it, nor 'turns'");
    }
    for (JsonNode participant : root.path("Participants")) {
      role(participant.path("ParticipantRole"))
          .ifPresent(role -> participants.put(participant.path("ParticipantId").asText(), role));
    }
    for (JsonNode item : items) {
      add(item);
    }
    if (turns.isEmpty()) {
      throw EarshotException.badInput("the transcript holds no messages");
    }
    return transcript();
  }

  private void add(JsonNode item) {
    if (!isMessage(item)) {
      return;
    }
    Speaker speaker = speaker(item);
    name(speaker, item.path("DisplayName").asText(""));
    String text = item.path("Content").asText("");
    JsonNode begin = item.path("BeginOffsetMillis");
    if (begin.isNumber()) {
      offsets = true;
      turns.add(speaker, text, offset(begin), offset(item.path("EndOffsetMillis")));
    } else if (item.path("AbsoluteTime").isTextual()) {
      absolute = true;
      long ms = instant(item.path("AbsoluteTime").asText()).toEpochMilli();
      turns.add(speaker, text, ms, ms);
    } else {
      turns.add(speaker, text);
    }
  }

  private static boolean isMessage(JsonNode item) {
    String type = item.path("Type").asText("MESSAGE");
    String contentType = item.path("ContentType").asText("text/plain").toLowerCase(Locale.ROOT);
    return type.equalsIgnoreCase("MESSAGE") && contentType.startsWith("text/");
  }

  private Speaker speaker(JsonNode item) {
    return role(item.path("ParticipantRole"))
        .or(() -> Optional.ofNullable(participants.get(item.path("ParticipantId").asText())))
        .or(() -> role(item.path("ParticipantId")))
        .orElse(Speaker.UNKNOWN);
  }

  private static Optional<Speaker> role(JsonNode node) {
    return node.isTextual() ? Roles.speaker(node.asText()) : Optional.empty();
  }

  /** A display name that only repeats the role tells nothing. */
  private void name(Speaker speaker, String name) {
    boolean party = speaker == Speaker.AGENT || speaker == Speaker.CUSTOMER;
    if (party && !name.isBlank() && Roles.speaker(name).isEmpty()) {
      attributes.putIfAbsent(speaker.code(), name.strip());
    }
  }

  private static long offset(JsonNode node) {
    double value = node.asDouble();
    if (!(value >= 0 && value <= MAX_OFFSET_MS)) {
      throw EarshotException.badInput("an offset is no time of milliseconds");
    }
    return (long) value;
  }

  private Instant instant(String text) {
    return Stamp.parse(text)
        .map(stamp -> stamp.at(context.day(), context.zone()))
        .orElseThrow(() -> EarshotException.badInput("an AbsoluteTime can't be read"));
  }

  private Transcript transcript() {
    if (offsets && absolute) {
      throw EarshotException.badInput("offsets and absolute times are mixed");
    }
    callId();
    boolean timed = turns.timed();
    long zeroMs = offsets ? 0 : turns.firstMs();
    List<Turn> ordered = turns.turns(zeroMs);
    long lastMs = ordered.stream().mapToLong(Turn::endMs).max().orElse(0);
    return new Transcript(
        "",
        channel(),
        Headers.primaryLanguage(root.path("LanguageCode").asText("")),
        timed && absolute ? Optional.of(Instant.ofEpochMilli(zeroMs)) : Optional.empty(),
        timed,
        Math.max(lastMs, statedDuration()),
        attributes,
        ordered);
  }

  private Channel channel() {
    return switch (root.path("Channel").asText("").toUpperCase(Locale.ROOT)) {
      case "VOICE" -> Channel.CALL;
      case "CHAT" -> Channel.CHAT;
      default -> offsets ? Channel.CALL : Channel.CHAT;
    };
  }

  private void callId() {
    String id = root.path("ContactId").asText("");
    String nested = root.path("CustomerMetadata").path("ContactId").asText("");
    String found = id.isBlank() ? nested : id;
    if (!found.isBlank()) {
      attributes.put(Conversation.CALL_ID, found.strip());
    }
  }

  private long statedDuration() {
    JsonNode stated =
        root.path("ConversationCharacteristics").path("TotalConversationDurationMillis");
    return stated.isNumber() && offsets ? offset(stated) : 0;
  }
}
