package io.earshot.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.TalkMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes what is true of a conversation as a whole. */
record Facts(Conversation conversation, Analysis analysis) {

  /** The facts that searches filter by: also in each turn's document. */
  void writeShared(JsonGenerator json) throws IOException {
    json.writeStringField("source", conversation.source());
    json.writeStringField("channel", conversation.channel().code());
    json.writeStringField("language", language());
    attribute(json, Conversation.AGENT);
    attribute(json, Conversation.CUSTOMER);
    attribute(json, Conversation.QUEUE);
    json.writeStringField("started_at", conversation.startedAt().toString());
    json.writeNumberField("duration_ms", conversation.durationMs());
    json.writeNumberField("score", (float) analysis.score().value());
    strings(json, "intent", analysis.intents().stream().map(Scored::name).toList());
    json.writeStringField("outcome", analysis.facts().resolution().outcome().code());
  }

  /** Facts that a turn's document repeats under names of their own. */
  void writeOfTurns(JsonGenerator json) throws IOException {
    json.writeStringField("feeling", analysis.emotion().label());
    json.writeStringField("shape", analysis.emotion().shape().code());
  }

  /** The facts that only the conversation's document has. */
  void writeOwn(JsonGenerator json) throws IOException {
    attribute(json, Conversation.CALL_ID);
    json.writeObjectFieldStart("attributes");
    for (Map.Entry<String, String> entry : conversation.attributes().entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
    json.writeBooleanField("timed", conversation.timed());
    json.writeStringField(
        "speaker_source", conversation.speakerSource().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("speaker_confidence", (float) conversation.speakerConfidence());
    intents(json);
    emotion(json, analysis.emotion());
    scoreParts(json);
    talk(json, analysis.talk());
    new FigureFields(conversation, analysis).write(json);
    strings(json, "keywords", analysis.keywords());
    strings(json, "summary", analysis.summary());
  }

  private String language() {
    return analysis.language().isEmpty() ? conversation.language() : analysis.language();
  }

  private void attribute(JsonGenerator json, String name) throws IOException {
    Optional<String> value = conversation.attribute(name);
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private void intents(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("intents");
    for (Scored intent : analysis.intents()) {
      json.writeStartObject();
      json.writeStringField("name", intent.name());
      json.writeNumberField("confidence", (float) intent.confidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void emotion(JsonGenerator json, EmotionCourse emotion) throws IOException {
    json.writeObjectFieldStart("emotion");
    json.writeStringField("label", emotion.label());
    json.writeNumberField("valence", (float) emotion.valence());
    json.writeNumberField("start", (float) emotion.start());
    json.writeNumberField("lowest", (float) emotion.lowest());
    json.writeNumberField("end", (float) emotion.end());
    json.writeNumberField("peak_end", (float) emotion.peakEnd());
    json.writeNumberField("arousal", (float) emotion.arousal());
    json.writeStringField("shape", emotion.shape().code());
    json.writeObjectFieldStart("satisfaction");
    json.writeNumberField("stars", (float) emotion.satisfaction().stars());
    json.writeNumberField("low", (float) emotion.satisfaction().low());
    json.writeNumberField("high", (float) emotion.satisfaction().high());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void scoreParts(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("score_parts");
    for (Score.Part part : analysis.score().parts()) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeNumberField("value", (float) part.value());
      json.writeNumberField("weight", (float) part.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void talk(JsonGenerator json, TalkMetrics talk) throws IOException {
    json.writeObjectFieldStart("talk");
    json.writeNumberField("agent_share", (float) talk.agentShare());
    json.writeNumberField("customer_share", (float) talk.customerShare());
    json.writeNumberField("silence_share", (float) talk.silenceShare());
    json.writeNumberField("longest_silence_ms", talk.longestSilenceMs());
    json.writeNumberField("overlaps", talk.overlaps());
    json.writeNumberField("overlap_ms", talk.overlapMs());
    json.writeNumberField("agent_rate", (float) talk.agentRate());
    json.writeNumberField("customer_rate", (float) talk.customerRate());
    json.writeNumberField("first_response_ms", talk.firstResponseMs());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  @Override
  public String toString() {
    return "Facts[%s]".formatted(conversation.id());
  }
}
