package io.earshot.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that keeps to the contract, from a caller who has the right to it.
 *
 * @param caller who sent it; an empty name where nobody need be signed in
 * @param parameters by name, defaults filled in
 * @param json the body; null when there is none
 */
public record Call(Caller caller, Map<String, JsonNode> parameters, JsonNode json) {

  /** A parameter that is required or has a default. */
  public String text(String name) {
    return parameters.get(name).asText();
  }

  /** A parameter that may be missing. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(parameters.get(name)).map(JsonNode::asText);
  }

  /** The values of a repeated parameter. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    Optional.ofNullable(parameters.get(name))
        .ifPresent(array -> array.forEach(item -> texts.add(item.asText())));
    return texts;
  }

  /** A whole number that is required or has a default. */
  public long whole(String name) {
    return parameters.get(name).asLong();
  }

  /** A number that may be missing. */
  public double number(String name, double otherwise) {
    return Optional.ofNullable(parameters.get(name)).map(JsonNode::asDouble).orElse(otherwise);
  }

  public boolean flag(String name) {
    return Optional.ofNullable(parameters.get(name)).map(JsonNode::asBoolean).orElse(false);
  }

  /** A time that may be missing. */
  public Instant time(String name, Instant otherwise) {
    try {
      return optional(name)
          .map(OffsetDateTime::parse)
          .map(OffsetDateTime::toInstant)
          .orElse(otherwise);
    } catch (DateTimeException e) {
      // RFC 3339 has leap seconds, the calendar here has not.
      throw Problem.invalid("Parameter %s is no time such as 2026-01-31T14:30:00Z".formatted(name));
    }
  }

  /**
   * The body as a value. Its form was checked against the contract; what else is wrong with it, the
   * value's own constructor says with a {@link Problem}.
   */
  public <T> T body(Class<T> type) {
    try {
      return Json.mapper().treeToValue(json, type);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof Problem known) {
        throw known;
      }
      throw Problem.invalid("The body can't be read: " + e.getOriginalMessage());
    }
  }

  /**
   * Requires a further right.
   *
   * @throws Problem with status 403
   */
  public void require(Right right) {
    if (!caller.may(right)) {
      throw Problem.forbidden(
          "This needs the right to %s; ask an administrator".formatted(right.code()));
    }
  }
}
