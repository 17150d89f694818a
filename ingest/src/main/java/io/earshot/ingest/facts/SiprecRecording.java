package io.earshot.ingest.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The description of a recorded session that a SIPREC client sends (RFC 7865): who took part, and
 * which stream each of them sent.
 *
 * @param streams in the order of their labels
 * @param startedAt of the session, as written; empty when it is not told
 * @param sessionId of the recorded call; empty when it is not told
 */
record SiprecRecording(List<Stream> streams, String startedAt, String sessionId) {
  private static final String ROOT = "recording";

  /** What tells a customer's telephone number from an extension, an agent's name or a trunk. */
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9()./-]{7,}");

  SiprecRecording {
    streams = List.copyOf(streams);
  }

  /**
   * One stream of sound.
   *
   * @param id of the stream
   * @param label in the session's description; empty when it has none
   * @param startedAt of this stream, as written; empty when it is not told
   * @param sender who is heard in it; empty when that is not told
   */
  record Stream(String id, String label, String startedAt, Optional<Participant> sender) {

    /**
     * Whether the rest of a file's name, beyond the session's, or all of it says it is this one.
     */
    boolean isNamedBy(String stem, String rest) {
      Set<String> names = Set.of(id.toLowerCase(Locale.ROOT), label.toLowerCase(Locale.ROOT));
      return !rest.isEmpty() && names.contains(rest)
          || names.contains(stem)
          || id.length() >= 8 && stem.contains(id.toLowerCase(Locale.ROOT));
    }
  }

  /** Somebody on the call, with the address and the name as far as they are told. */
  record Participant(String address, String name) {
    String shown() {
      return name.isEmpty() ? user() : name;
    }

    /** The part of the address before the host. */
    String user() {
      String bare = address.replaceFirst("^(?i)(sips?|tel):", "");
      int end = bare.indexOf('@');
      return end < 0 ? bare : bare.substring(0, end);
    }

    boolean isTelephone() {
      return TELEPHONE.matcher(user()).matches();
    }
  }

  /** Reads a tree; empty when it is something else. */
  static Optional<SiprecRecording> of(JsonNode tree) {
    JsonNode root = tree.path(ROOT);
    List<JsonNode> streams = list(root.path("stream"));
    if (streams.isEmpty() || list(root.path("participant")).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Participant> senders = senders(root);
    Map<String, String> starts = starts(root);
    List<Stream> read = new ArrayList<>();
    for (JsonNode stream : streams) {
      String id = text(stream, "stream_id", "id");
      read.add(
          new Stream(
              id,
              text(stream, "label"),
              starts.getOrDefault(id, ""),
              Optional.ofNullable(senders.get(id))));
    }
    read.sort(Comparator.comparing(Stream::label, SiprecRecording::byNumber));
    JsonNode session = list(root.path("session")).stream().findFirst().orElse(root);
    return Optional.of(
        new SiprecRecording(
            read,
            text(session, "start-time", "associate-time", "start_time"),
            text(session, "sipSessionID", "session_id")));
  }

  private static int byNumber(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  /** When each stream was taken up, by its id. */
  private static Map<String, String> starts(JsonNode root) {
    Map<String, String> starts = new HashMap<>();
    for (JsonNode association : list(root.path("participantstreamassoc"))) {
      String start = text(association, "associate-time", "start-time");
      list(association.path("send")).forEach(id -> starts.putIfAbsent(text(id), start));
    }
    return starts;
  }

  /** When each stream began; empty unless that is told of all. */
  List<Instant> streamStarts(ZoneId zone) {
    List<Instant> starts =
        streams.stream()
            .flatMap(stream -> FactTimes.parse(stream.startedAt(), zone).stream())
            .toList();
    return starts.size() == streams.size() ? starts : List.of();
  }

  /** By the stream that each sends. */
  private static Map<String, Participant> senders(JsonNode root) {
    Map<String, Participant> participants = new HashMap<>();
    for (JsonNode participant : list(root.path("participant"))) {
      JsonNode nameId = list(participant.path("nameID")).stream().findFirst().orElse(participant);
      participants.put(
          text(participant, "participant_id", "id"),
          new Participant(text(nameId, "aor"), text(nameId, "name")));
    }
    Map<String, Participant> senders = new HashMap<>();
    for (JsonNode association : list(root.path("participantstreamassoc"))) {
      Participant participant = participants.get(text(association, "participant_id"));
      if (participant != null) {
        list(association.path("send")).forEach(id -> senders.put(text(id), participant));
      }
    }
    return senders;
  }

  /** Who is heard in each stream, when exactly one of two is a telephone number. */
  List<Speaker> roles() {
    boolean two = streams.size() == 2 && streams.stream().allMatch(one -> one.sender().isPresent());
    if (!two || isTelephone(0) == isTelephone(1)) {
      return List.of();
    }
    return isTelephone(0)
        ? List.of(Speaker.CUSTOMER, Speaker.AGENT)
        : List.of(Speaker.AGENT, Speaker.CUSTOMER);
  }

  private boolean isTelephone(int stream) {
    return streams.get(stream).sender().orElseThrow().isTelephone();
  }

  /** Offers who took part and when. */
  void read(ZoneId zone, String origin, Facts facts) {
    List<Speaker> roles = roles();
    for (int i = 0; i < streams.size(); i++) {
      Optional<Participant> sender = streams.get(i).sender();
      if (sender.isPresent()) {
        String attribute = roles.isEmpty() ? "participant_" + (i + 1) : attribute(roles.get(i));
        facts.offer(attribute, sender.get().shown(), origin + ": participant");
      }
    }
    facts.offer(Conversation.CALL_ID, sessionId, origin + ": session");
    FactTimes.parse(startedAt, zone)
        .ifPresent(at -> facts.offer(Fact.STARTED_AT, at.toString(), origin + ": session"));
  }

  private static String attribute(Speaker role) {
    return role == Speaker.AGENT ? Conversation.AGENT : Conversation.CUSTOMER;
  }

  private static List<JsonNode> list(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else {
      all.add(node);
    }
    return all;
  }

  /** The first of the fields that is there; of none the value itself. */
  private static String text(JsonNode node, String... fields) {
    if (node.isValueNode()) {
      return node.asText();
    }
    for (String field : fields) {
      JsonNode value = list(node.path(field)).stream().findFirst().orElse(node.path(field));
      if (value.isValueNode() || value.has(XmlTree.TEXT)) {
        return value.isValueNode() ? value.asText() : value.path(XmlTree.TEXT).asText();
      }
    }
    return "";
  }
}
