package io.earshot.ingest.chat.vcon;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.SoundEnding;
import io.earshot.ingest.chat.SoundFile;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.EarshotShape;
import io.earshot.ingest.chat.json.JsonFields;
import java.util.List;
import java.util.Optional;

/** A recording in a vCon: its sound when that is inside, else a transcript of ours. */
final class VconRecording {
  private final JsonNode dialog;
  private final VconParties parties;
  private final ReadingContext context;

  VconRecording(JsonNode dialog, VconParties parties, ReadingContext context) {
    this.dialog = dialog;
    this.parties = parties;
    this.context = context;
  }

  Transcript read(TranscriptDraft draft, VconReport report) {
    draft.channel(Channel.CALL).startedAt(VconParts.start(dialog, context));
    List<Speaker> roles = parties.perChannel(dialog);
    for (int party : parties.named(dialog)) {
      parties.role(party).ifPresent(role -> draft.person(role, parties.name(party)));
    }
    if (!dialog.path("body").asText("").isEmpty()) {
      byte[] sound = VconParts.bytes(dialog);
      return draft.recording(new SoundFile(ending(), "", sound, roles));
    }
    Optional<JsonNode> turns = report.turns(dialog);
    if (turns.isEmpty()) {
      throw EarshotException.badInput(
          "the vCon's recording is not inside of it but elsewhere, and nothing is fetched from"
              + " addresses in files; hand in the recording itself");
    }
    draft.lasting(JsonFields.milliseconds(dialog.path("duration"), 1000));
    new EarshotShape().add(draft, turns.get());
    return draft.transcript();
  }

  private String ending() {
    return SoundEnding.of(VconParts.mediaType(dialog), JsonFields.text(dialog, "filename"));
  }
}
