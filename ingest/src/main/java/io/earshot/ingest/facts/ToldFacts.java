package io.earshot.ingest.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.conversation.EarshotException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Facts that whoever hands a conversation over tells with it: JSON, read as a side file is; what is
 * in its {@code attributes} becomes an attribute of its own name. Immutable.
 */
public final class ToldFacts {
  /** Nothing is told. */
  public static final ToldFacts NONE = new ToldFacts(List.of());

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final String ATTRIBUTES = "attributes";
  private static final int MOST_ATTRIBUTES = 50;
  private static final int LONGEST_VALUE = 500;
  private static final String ORIGIN = "told";

  private final List<JsonNode> objects;

  private ToldFacts(List<JsonNode> objects) {
    this.objects = List.copyOf(objects);
  }

  /**
   * Reads them.
   *
   * @param json an object; empty for nothing
   * @throws EarshotException of kind BAD_INPUT when it is something else, or holds what can't be
   *     used; what is in it is not quoted
   */
  public static ToldFacts of(String json) {
    if (json.isBlank()) {
      return NONE;
    }
    try {
      JsonNode object = MAPPER.readTree(json);
      if (!object.isObject()) {
        throw EarshotException.badInput("The metadata must be one JSON object");
      }
      checkAttributes(object.path(ATTRIBUTES));
      checkStart(object.path(Fact.STARTED_AT));
      return new ToldFacts(List.of(object));
    } catch (JsonProcessingException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw EarshotException.badInput("The metadata is no valid JSON near column " + column);
    }
  }

  private static void checkAttributes(JsonNode attributes) {
    if (!attributes.isMissingNode() && !attributes.isObject()
        || attributes.size() > MOST_ATTRIBUTES) {
      throw EarshotException.badInput(
          "'attributes' of the metadata must be an object of at most %d members"
              .formatted(MOST_ATTRIBUTES));
    }
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      JsonNode value = attribute.getValue();
      if (!FactMapping.isName(attribute.getKey())
          || !value.isValueNode()
          || value.asText().length() > LONGEST_VALUE) {
        throw EarshotException.badInput(
            "'attributes' of the metadata must have names of small letters, digits and _, and"
                + " single values of at most %d characters".formatted(LONGEST_VALUE));
      }
    }
  }

  private static void checkStart(JsonNode start) {
    if (!start.isMissingNode() && FactTimes.parse(start.asText(), ZoneOffset.UTC).isEmpty()) {
      throw EarshotException.badInput(
          "'started_at' of the metadata is no time such as 2026-01-31T14:30:00Z");
    }
  }

  /** These, and what others tell besides. */
  public ToldFacts and(ToldFacts others) {
    return new ToldFacts(Stream.concat(objects.stream(), others.objects.stream()).toList());
  }

  /** Offers what they tell. */
  public void offerTo(Facts facts, SideFileSettings settings, ZoneId zone) {
    for (JsonNode object : objects) {
      object
          .path(ATTRIBUTES)
          .properties()
          .forEach(
              attribute -> facts.offer(attribute.getKey(), attribute.getValue().asText(), ORIGIN));
      settings.mapping().read(FactValues.of(object), zone, ORIGIN, facts);
    }
  }
}
