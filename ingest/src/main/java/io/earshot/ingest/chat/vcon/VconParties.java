package io.earshot.ingest.chat.vcon;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.json.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parties of a vCon, referred to by their positions. */
final class VconParties {
  private final List<JsonNode> parties;

  private VconParties(List<JsonNode> parties) {
    this.parties = parties;
  }

  /**
   * The parties.
   *
   * @throws EarshotException of kind BAD_INPUT when they are no list of objects
   */
  static VconParties of(JsonNode vcon) {
    JsonNode list = vcon.path("parties");
    if (!list.isArray() && !list.isMissingNode()) {
      throw EarshotException.badInput("the vCon's 'parties' is no list");
    }
    List<JsonNode> parties = new ArrayList<>();
    for (JsonNode party : list) {
      if (!party.isObject()) {
        throw EarshotException.badInput("one of the vCon's parties is no object");
      }
      parties.add(party);
    }
    return new VconParties(parties);
  }

  /** Who began the dialog: {@code originator}, else the first party. */
  int originator(JsonNode dialog) {
    JsonNode stated = dialog.path("originator");
    return index(stated.isNumber() ? stated : first(dialog.path("parties")));
  }

  /** All who took a part in a recording, whether or not it says on which channel. */
  Set<Integer> named(JsonNode dialog) {
    Set<Integer> named = new LinkedHashSet<>();
    for (JsonNode channel : dialog.path("parties")) {
      List<JsonNode> heard = new ArrayList<>();
      if (channel.isArray()) {
        channel.forEach(heard::add);
      } else {
        heard.add(channel);
      }
      heard.stream().filter(JsonNode::isIntegralNumber).forEach(one -> named.add(index(one)));
    }
    return named;
  }

  private static JsonNode first(JsonNode parties) {
    JsonNode at = parties;
    while (at.isArray()) {
      at = at.path(0);
    }
    return at;
  }

  private int index(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return -1;
    }
    if (!value.isIntegralNumber() || value.asInt(-1) < 0 || value.asInt() >= parties.size()) {
      throw EarshotException.badInput(
          "a dialog names a party that is not there; the vCon has %d".formatted(parties.size()));
    }
    return value.asInt();
  }

  /** The role, by its {@code role} (as early files and the contact-center extension have it). */
  Optional<Speaker> role(int party) {
    if (party < 0) {
      return Optional.of(Speaker.UNKNOWN);
    }
    JsonNode node = parties.get(party);
    if (node.path("type").asText("").equals("bot")) {
      return Optional.of(Speaker.SYSTEM);
    }
    // The contact-center extension knows agents, customers, supervisors, experts and third parties.
    return switch (node.path("role").asText("").toLowerCase(Locale.ROOT)) {
      case "unknown", "thirdparty" -> Optional.of(Speaker.UNKNOWN);
      case "sme" -> Optional.of(Speaker.AGENT);
      default -> JsonFields.role(node.path("role"));
    };
  }

  String name(int party) {
    if (party < 0) {
      return "";
    }
    String name = JsonFields.text(parties.get(party), "name");
    String address = JsonFields.text(parties.get(party), "mailto", "tel", "sip", "uuid");
    String plain = address.replaceFirst("^(?i:mailto|tel|sip):", "");
    boolean both = !name.isEmpty() && plain.contains("@");
    String known = both ? name + " <" + plain + ">" : name.isEmpty() ? plain : name;
    return known.isEmpty() ? "party " + party : known;
  }

  /** Who is heard on each channel; empty unless the dialog says so of each. */
  List<Speaker> perChannel(JsonNode dialog) {
    List<Speaker> roles = new ArrayList<>();
    boolean nested = false;
    for (JsonNode channel : dialog.path("parties")) {
      nested |= channel.isArray() || channel.isNull();
      int party = index(first(channel));
      roles.add(role(party).orElse(Speaker.UNKNOWN));
    }
    index(
        dialog.path("parties").isNumber() ? dialog.path("parties") : first(dialog.path("parties")));
    return nested && !roles.contains(Speaker.UNKNOWN) ? roles : List.of();
  }
}
