package io.earshot.ingest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A recording in a vCon: its sound when that is inside, else a transcript of ours. */
final class VconRecording {
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("audio/wav", "wav"),
          Map.entry("audio/x-wav", "wav"),
          Map.entry("audio/wave", "wav"),
          Map.entry("audio/vnd.wave", "wav"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("audio/mp3", "mp3"),
          Map.entry("audio/x-mp3", "mp3"),
          Map.entry("audio/ogg", "ogg"),
          Map.entry("audio/opus", "opus"),
          Map.entry("audio/webm", "webm"),
          Map.entry("audio/flac", "flac"),
          Map.entry("audio/mp4", "m4a"),
          Map.entry("audio/x-m4a", "m4a"),
          Map.entry("audio/x-mp4", "m4a"),
          Map.entry("audio/aac", "aac"),
          Map.entry("audio/amr", "amr"),
          Map.entry("video/mp4", "mp4"),
          Map.entry("video/x-mp4", "mp4"),
          Map.entry("video/ogg", "ogg"),
          Map.entry("video/webm", "webm"));

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
    for (JsonNode named : dialog.path("parties")) {
      if (named.isIntegralNumber()) {
        parties
            .role(named.asInt())
            .ifPresent(role -> draft.person(role, parties.name(named.asInt())));
      }
    }
    if (!dialog.path("body").asText("").isEmpty()) {
      byte[] sound = VconParts.bytes(dialog);
      return draft.recording(new SoundFile(ending(), sound, roles));
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
    String name = JsonFields.text(dialog, "filename").toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = VconParts.mediaType(dialog).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean usable = name.contains(".") && ending.matches("[a-z0-9]{1,8}");
    return Optional.ofNullable(ENDINGS.get(type)).orElse(usable ? ending : "wav");
  }
}
