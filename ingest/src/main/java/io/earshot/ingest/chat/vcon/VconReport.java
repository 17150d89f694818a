package io.earshot.ingest.chat.vcon;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Conversation;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonReader;
import java.util.List;
import java.util.Optional;

/** What Earshot noted in a vCon that it wrote, beyond what vCons have a place for. */
final class VconReport {
  private static final List<String> OWN = List.of(Conversation.AGENT, Conversation.CUSTOMER);

  private final JsonNode analyses;
  private final JsonNode report;

  private VconReport(JsonNode analyses) {
    this.analyses = analyses;
    this.report = body("report", -1);
  }

  static VconReport of(JsonNode vcon) {
    return new VconReport(vcon.path("analysis"));
  }

  /** By the draft a text that holds JSON; some write the JSON itself. */
  private JsonNode body(String type, int dialog) {
    JsonNode body = find(type, dialog).path("body");
    return body.isTextual() ? JsonReader.parse(body.asText()).orElse(body) : body;
  }

  private JsonNode find(String type, int dialog) {
    for (JsonNode analysis : analyses) {
      boolean ours = analysis.path("vendor").asText("").equals("Earshot");
      boolean about = dialog < 0 || analysis.path("dialog").asInt(-1) == dialog;
      if (ours && about && analysis.path("type").asText("").equals(type)) {
        return analysis;
      }
    }
    return analyses.path("");
  }

  void describe(TranscriptDraft draft) {
    draft.language(report.path("language").asText(""));
    report
        .path("attributes")
        .fields()
        .forEachRemaining(
            entry -> {
              if (!OWN.contains(entry.getKey())
                  && entry.getKey().matches("[\\p{L}\\p{N}_]{1,40}")) {
                draft.put(entry.getKey(), entry.getValue().asText(""));
              }
            });
  }

  /** False where all times are that of the start, for want of better. */
  boolean timed() {
    return report.path("timed").asBoolean(true);
  }

  /** The turns of a recording that is not inside. */
  Optional<JsonNode> turns(JsonNode dialog) {
    JsonNode body = body("transcript", dialog.path(VconParts.INDEX).asInt(0));
    return body.path("turns").isArray() ? Optional.of(body) : Optional.empty();
  }
}
