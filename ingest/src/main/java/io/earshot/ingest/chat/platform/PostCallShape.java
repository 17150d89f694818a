package io.earshot.ingest.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Word;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.draft.TurnList;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.chat.notation.Stamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of Amazon's post-call-analytics sample (PCA): {@code ConversationAnalytics} and
 * {@code SpeechSegments}, times in seconds. Names after its description of the output.
 */
final class PostCallShape implements JsonShape {
  private static final double SECONDS = 1000;

  @Override
  public String format() {
    return "post-call-analytics";
  }

  @Override
  public boolean fits(JsonNode root) {
    return root.path("SpeechSegments").isArray();
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    JsonNode head = root.path("ConversationAnalytics");
    Map<String, Speaker> speakers = speakers(head);
    for (JsonNode label : head.path("SpeakerLabels")) {
      Roles.label(label.path("DisplayText").asText(""))
          .ifPresent(known -> draft.person(known.speaker(), known.name()));
    }
    for (JsonNode segment : root.path("SpeechSegments")) {
      add(draft, segment, speakers);
    }
    return draft
        .channel(Channel.CALL)
        .language(head.path("LanguageCode").asText(""))
        .callId(JsonFields.text(head, "GUID"))
        .attribute(Conversation.AGENT, JsonFields.text(head, "Agent"))
        .attribute(Conversation.CUSTOMER, JsonFields.text(head, "Cust"))
        .startedAt(startedAt(head, context))
        .lasting(JsonFields.milliseconds(head.path("Duration"), SECONDS))
        .transcript();
  }

  private static Map<String, Speaker> speakers(JsonNode head) {
    Map<String, Speaker> speakers = new HashMap<>();
    for (JsonNode label : head.path("SpeakerLabels")) {
      JsonFields.role(label.path("DisplayText"))
          .ifPresent(role -> speakers.put(label.path("Speaker").asText(), role));
    }
    return speakers;
  }

  private static void add(TranscriptDraft draft, JsonNode segment, Map<String, Speaker> speakers) {
    String label = segment.path("SegmentSpeaker").asText("");
    boolean machine = segment.path("IVRSegment").asBoolean(false);
    Speaker speaker = speakers.getOrDefault(label, Speaker.UNKNOWN);
    List<Word> words = words(segment);
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(1);
    draft.spoken(
        machine ? Speaker.SYSTEM : speaker,
        JsonFields.milliseconds(segment.path("SegmentStartTime"), SECONDS),
        JsonFields.milliseconds(segment.path("SegmentEndTime"), SECONDS),
        JsonFields.text(segment, "DisplayText", "OriginalText"),
        new TurnList.Sound(0, confidence, words));
  }

  private static List<Word> words(JsonNode segment) {
    List<Word> words = new ArrayList<>();
    for (JsonNode word : segment.path("WordConfidence")) {
      long startMs = JsonFields.milliseconds(word.path("StartTime"), SECONDS);
      long endMs = JsonFields.milliseconds(word.path("EndTime"), SECONDS);
      String text = word.path("Text").asText("").strip();
      double confidence = JsonFields.share(word.path("Confidence"));
      words.add(new Word(text, startMs, Math.max(startMs, endMs), confidence));
    }
    return words;
  }

  /** On the clock of the place it names. */
  private static Optional<Instant> startedAt(JsonNode head, ReadingContext context) {
    ZoneId zone = zone(head.path("ConversationLocation").asText("")).orElse(context.zone());
    return Stamp.parse(head.path("ConversationTime").asText(""))
        .map(stamp -> stamp.at(context.day(), zone));
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return id.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(id.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
