package io.earshot.conversation.transcript;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A conversation as a vCon 0.4.0, unsigned, after draft-ietf-vcon-vcon-core-04: the messages of a
 * chat as texts; a call as a recording without its sound and a transcript of it. Roles stand where
 * the contact-center extension has them. What vCons have no place for stands in a report, so that
 * Earshot reads back what it wrote.
 */
public final class Vcon {
  /** The media type of what is written. */
  public static final String MEDIA_TYPE = "application/vcon+json";

  private static final String VENDOR = "Earshot";

  private final Conversation conversation;
  private final List<Speaker> parties = new ArrayList<>();

  private Vcon(Conversation conversation) {
    this.conversation = conversation;
    for (Speaker speaker : Speaker.values()) {
      boolean party = speaker == Speaker.AGENT || speaker == Speaker.CUSTOMER;
      boolean speaks = conversation.turns().stream().anyMatch(turn -> turn.speaker() == speaker);
      if (speaks || (party && conversation.attribute(speaker.code()).isPresent())) {
        parties.add(speaker);
      }
    }
  }

  /**
   * Writes a conversation.
   *
   * @param createdAt when the vCon is made
   * @return JSON on one line
   */
  public static String write(Conversation conversation, Instant createdAt) {
    return JsonText.of(new Vcon(conversation).document(createdAt));
  }

  private Map<String, Object> document(Instant createdAt) {
    Map<String, Object> vcon = new LinkedHashMap<>();
    vcon.put("vcon", "0.4.0");
    vcon.put("uuid", uuid().toString());
    vcon.put("extensions", List.of("CC"));
    vcon.put("created_at", createdAt.toString());
    conversation.attribute("subject").ifPresent(subject -> vcon.put("subject", subject));
    vcon.put("parties", parties.stream().map(this::party).toList());
    boolean call = conversation.channel() == Channel.CALL;
    vcon.put("dialog", call ? List.of(recording()) : texts());
    List<Object> analysis = new ArrayList<>();
    analysis.add(analysis("report", report()));
    if (call) {
      analysis.add(analysis("transcript", Map.of("turns", turns())));
    }
    vcon.put("analysis", analysis);
    return vcon;
  }

  /** Of version 8: derived from the conversation, so that it is the same each time. */
  private UUID uuid() {
    String digits = conversation.id().value();
    long high = Long.parseUnsignedLong(digits.substring(0, 16), 16);
    long low = Long.parseUnsignedLong(digits.substring(16), 16);
    return new UUID((high & ~0xf000L) | 0x8000L, (low & ~(3L << 62)) | (1L << 63));
  }

  private Map<String, Object> party(Speaker speaker) {
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("name", conversation.attribute(speaker.code()).orElse(speaker.code()));
    party.put("type", speaker == Speaker.SYSTEM ? "bot" : "person");
    party.put("role", speaker.code());
    return party;
  }

  private List<Object> texts() {
    List<Object> texts = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      Map<String, Object> text = new LinkedHashMap<>();
      text.put("type", "text");
      text.put("start", conversation.startedAt().plusMillis(turn.startMs()).toString());
      text.put("parties", speakerFirst(turn.speaker()));
      text.put("mediatype", "text/plain");
      text.put("encoding", "none");
      text.put("body", turn.text());
      texts.add(text);
    }
    return texts;
  }

  private List<Object> speakerFirst(Speaker speaker) {
    List<Object> indexes = new ArrayList<>();
    indexes.add(parties.indexOf(speaker));
    for (int i = 0; i < parties.size(); i++) {
      if (parties.get(i) != speaker) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private Map<String, Object> recording() {
    Map<String, Object> recording = new LinkedHashMap<>();
    recording.put("type", "recording");
    recording.put("start", conversation.startedAt().toString());
    recording.put("duration", conversation.durationMs() / 1000.0);
    List<Object> indexes = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      indexes.add(i);
    }
    recording.put("parties", indexes);
    return recording;
  }

  private static Map<String, Object> analysis(String type, Object body) {
    Map<String, Object> analysis = new LinkedHashMap<>();
    analysis.put("type", type);
    analysis.put("dialog", 0);
    analysis.put("vendor", VENDOR);
    analysis.put("product", VENDOR);
    analysis.put("mediatype", "application/json");
    analysis.put("encoding", "json");
    analysis.put("body", JsonText.of(body)); // a text that holds JSON
    return analysis;
  }

  private Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("language", conversation.language());
    report.put("timed", conversation.timed());
    report.put("speaker_confidence", conversation.speakerConfidence());
    report.put("attributes", new TreeMap<>(conversation.attributes()));
    return report;
  }

  private List<Object> turns() {
    List<Object> turns = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("speaker", turn.speaker().code());
      written.put("speaker_confidence", conversation.speakerConfidence(turn));
      written.put("channel", turn.audioChannel());
      written.put("start_ms", turn.startMs());
      written.put("end_ms", turn.endMs());
      written.put("text", turn.text());
      written.put("confidence", turn.confidence());
      written.put("words", turn.words().stream().map(Vcon::word).toList());
      turns.add(written);
    }
    return turns;
  }

  private static Map<String, Object> word(Word word) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("word", word.text());
    written.put("start_ms", word.startMs());
    written.put("end_ms", word.endMs());
    written.put("confidence", word.confidence());
    return written;
  }
}
