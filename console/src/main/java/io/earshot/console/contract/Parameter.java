package io.earshot.console.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import io.earshot.console.http.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One parameter of an operation.
 *
 * @param inPath whether it is part of the path, else of the query
 * @param shape its schema as written: type and default
 */
record Parameter(String name, boolean inPath, boolean required, JsonNode shape, JsonSchema schema) {

  /** Reads what was sent; empty when nothing was and there is no default. */
  Optional<JsonNode> read(List<String> sent) {
    if (sent.isEmpty()) {
      if (required) {
        throw Problem.invalid("Parameter %s is missing".formatted(name));
      }
      return Optional.ofNullable(shape.get("default"));
    }
    JsonNode value = value(sent);
    Findings.require("Parameter " + name, schema, value);
    return Optional.of(value);
  }

  private JsonNode value(List<String> sent) {
    if ("array".equals(shape.path("type").asText())) {
      String type = shape.path("items").path("type").asText();
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      sent.forEach(text -> array.add(scalar(type, text)));
      return array;
    }
    if (sent.size() > 1) {
      throw Problem.invalid("Parameter %s is there more than once".formatted(name));
    }
    return scalar(shape.path("type").asText(), sent.get(0));
  }

  private JsonNode scalar(String type, String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    try {
      return switch (type) {
        case "integer" -> nodes.numberNode(Long.parseLong(text));
        case "number" -> nodes.numberNode(new BigDecimal(text));
        case "boolean" -> bool(text);
        default -> nodes.textNode(text);
      };
    } catch (NumberFormatException e) {
      throw Problem.invalid("Parameter %s is no %s".formatted(name, type));
    }
  }

  private JsonNode bool(String text) {
    if (!"true".equals(text) && !"false".equals(text)) {
      throw Problem.invalid("Parameter %s is neither true nor false".formatted(name));
    }
    return JsonNodeFactory.instance.booleanNode("true".equals(text));
  }
}
