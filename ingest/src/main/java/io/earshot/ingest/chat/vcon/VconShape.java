package io.earshot.ingest.chat.vcon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.json.JsonFields;
import io.earshot.ingest.chat.json.JsonShape;
import io.earshot.ingest.signature.SignedJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * vCons of versions 0.0.1 to 0.4.0, unsigned or signed: their texts are one conversation, each of
 * their recordings is another. After draft-ietf-vcon-vcon-core-04 and the renamings it lists.
 */
public final class VconShape implements JsonShape {
  /** How the signature fared, noted in what was signed. */
  private static final String SIGNATURE = "signature";

  private static final Set<String> VERSIONS = Set.of("0.0.1", "0.0.2", "0.3.0", "0.4.0");

  @Override
  public String format() {
    return "vcon";
  }

  @Override
  public boolean fits(JsonNode root) {
    boolean named = root.path("vcon").isTextual();
    boolean shaped = root.has("parties") && root.has("dialog");
    boolean bare = root.has("uuid") && root.has("created_at") && root.has("dialog");
    return named || shaped || bare || SignedJson.isOne(root) || isEncrypted(root);
  }

  private static boolean isEncrypted(JsonNode root) {
    return root.path("ciphertext").isTextual() && root.has("iv");
  }

  @Override
  public List<JsonNode> conversations(JsonNode root, ReadingContext context) {
    if (isEncrypted(root)) {
      throw EarshotException.badInput("the vCon is encrypted; hand it in decrypted");
    }
    if (!SignedJson.isOne(root)) {
      return VconParts.of(root);
    }
    JsonNode content = SignedJson.content(root, context.vconKeys());
    if (!content.isObject() || SignedJson.isOne(content) || !fits(content)) {
      throw EarshotException.badInput("what is signed in it is no vCon");
    }
    ObjectNode checked = content.deepCopy();
    checked.put(SIGNATURE, context.vconKeys().isEmpty() ? "not checked" : "verified");
    return VconParts.of(checked);
  }

  @Override
  public Transcript read(JsonNode root, ReadingContext context) {
    refuseUnknown(root);
    VconParties parties = VconParties.of(root);
    TranscriptDraft draft = new TranscriptDraft(format(), context);
    draft
        .callId(JsonFields.text(root, "uuid"))
        .attribute("subject", JsonFields.text(root, "subject"))
        .attribute(SIGNATURE, JsonFields.text(root, SIGNATURE));
    VconReport report = VconReport.of(root);
    report.describe(draft);
    List<JsonNode> dialogs = VconParts.dialogs(root);
    Optional<JsonNode> recording =
        dialogs.stream().filter(dialog -> type(dialog).equals("recording")).findFirst();
    if (recording.isPresent()) {
      return new VconRecording(recording.get(), parties, context).read(draft, report);
    }
    for (JsonNode dialog : dialogs) {
      message(draft, dialog, parties, context, report.timed());
    }
    if (draft.isEmpty()) {
      throw EarshotException.badInput(
          "the vCon holds neither texts nor recordings that can be read");
    }
    return draft.channel(Channel.CHAT).transcript();
  }

  static String type(JsonNode dialog) {
    return dialog.path("type").asText("");
  }

  private static void refuseUnknown(JsonNode root) {
    String version = root.path("vcon").asText("0.4.0");
    if (!VERSIONS.contains(version)) {
      throw EarshotException.badInput(
          "the vCon is of a version that is not known; 0.0.1 to 0.4.0 are");
    }
    for (String name : List.of("critical", "must_support")) {
      for (JsonNode extension : root.path(name)) {
        if (!extension.asText().equals("CC")) {
          throw EarshotException.badInput(
              "the vCon says in '%s' that one must know an extension that is not known here"
                  .formatted(name));
        }
      }
    }
  }

  private static void message(
      TranscriptDraft draft,
      JsonNode dialog,
      VconParties parties,
      ReadingContext context,
      boolean timed) {
    if (!type(dialog).equals("text")) {
      return;
    }
    Optional<Instant> start = VconParts.start(dialog, context);
    Optional<Instant> at = timed ? start : Optional.empty();
    int party = parties.originator(dialog);
    String text = VconParts.text(dialog);
    Optional<Speaker> role = parties.role(party);
    if (role.isPresent()) {
      draft.person(role.get(), parties.name(party));
      draft.message(role.get(), at, text);
    } else {
      draft.message(parties.name(party), at, text);
    }
    if (!timed) {
      draft.startedAt(start);
    }
  }

  /** The conversations of which a vCon consists, each as a vCon with only what belongs to it. */
  static List<JsonNode> with(JsonNode vcon, List<List<JsonNode>> groups) {
    List<JsonNode> found = new ArrayList<>();
    for (List<JsonNode> group : groups) {
      ObjectNode part = ((ObjectNode) vcon).objectNode();
      vcon.fields()
          .forEachRemaining((Map.Entry<String, JsonNode> e) -> part.set(e.getKey(), e.getValue()));
      part.putArray("dialog").addAll(group);
      found.add(part);
    }
    return found;
  }
}
