package io.earshot.routes.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes requests of an operation from what the contract says of it: most of them valid, the rest
 * broken in one of the ways in which clients break them. The same seed makes the same requests.
 */
final class ContractRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEXTS =
      List.of(
          "refund",
          "退款",
          "a b",
          "\"late parcel\" OR 退款",
          "((",
          "speaker:customer emotion:anger",
          "~\"wants to leave us\"",
          "score:x",
          "'; DROP TABLE users; --",
          "../../etc/passwd",
          "%00",
          "\u0000",
          "\ud83d",
          "𠮷😀",
          "=1+1",
          "<script>alert(1)</script>",
          "2026-03-04T10:15:00Z",
          "-1",
          "9999999999999999999",
          "null",
          "admin",
          " ");

  private final Random random;
  private final JsonNode document;
  private final List<String> ids;

  /**
   * @param ids of conversations that exist
   */
  ContractRequests(long seed, JsonNode document, List<String> ids) {
    this.random = new Random(seed);
    this.document = document;
    this.ids = List.copyOf(ids);
  }

  /** A request; body and its type are empty where none is sent. */
  record Request(String method, String path, String body, String type) {}

  /** The next request of an operation. */
  Request next(String method, String path, JsonNode onPath, JsonNode operation) {
    boolean broken = random.nextInt(3) == 0;
    List<String> query = new ArrayList<>();
    String filled = path;
    for (JsonNode source : List.of(onPath.path("parameters"), operation.path("parameters"))) {
      for (JsonNode reference : source) {
        JsonNode parameter = resolve(reference);
        String name = parameter.get("name").asText();
        if ("path".equals(parameter.get("in").asText())) {
          filled = filled.replace("{" + name + "}", encoded(pathValue(name, parameter, broken)));
        } else if (parameter.path("required").asBoolean() || random.nextInt(4) == 0) {
          values(parameter.get("schema"), broken)
              .forEach(value -> query.add(name + "=" + encoded(value)));
        }
      }
    }
    if (broken && random.nextInt(4) == 0) {
      query.add("unheard_of=1");
    }
    String address = query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    return withBody(method, address, operation.path("requestBody"), broken);
  }

  private Request withBody(String method, String address, JsonNode requestBody, boolean broken) {
    JsonNode content = requestBody.path("content");
    if (content.has("application/json")) {
      JsonNode value = value(content.get("application/json").get("schema"), broken);
      return new Request(method, address, damaged(value.toString(), broken), type(broken));
    }
    return content.isMissingNode()
        ? new Request(method, address, "", "")
        : new Request(
            method, address, "Agent: hello\nCustomer: thank you", "application/octet-stream");
  }

  private String damaged(String body, boolean broken) {
    return switch (broken ? random.nextInt(6) : 5) {
      case 0 -> body.substring(0, body.length() / 2);
      case 1 -> "[" + body + "]";
      case 2 -> "{\"unheard_of\":1," + body.substring(1);
      default -> body;
    };
  }

  private String type(boolean broken) {
    return broken && random.nextInt(8) == 0 ? "text/plain" : "application/json";
  }

  private String pathValue(String name, JsonNode parameter, boolean broken) {
    if ("id".equals(name) && !broken && !ids.isEmpty()) {
      return ids.get(random.nextInt(ids.size()));
    }
    String value = values(parameter.get("schema"), broken).get(0);
    // A path part that is empty, or only dots, is another path.
    return value.isBlank() || value.matches("\\.+") ? "x" : value;
  }

  private List<String> values(JsonNode schema, boolean broken) {
    JsonNode shape = resolve(schema);
    if ("array".equals(shape.path("type").asText())) {
      List<String> values = new ArrayList<>();
      int count = 1 + random.nextInt(2);
      for (int i = 0; i < count; i++) {
        values.add(value(shape.get("items"), broken).asText());
      }
      return values;
    }
    return List.of(value(shape, broken).asText());
  }

  private JsonNode value(JsonNode schema, boolean broken) {
    JsonNode shape = resolve(schema);
    if (broken && random.nextInt(4) == 0) {
      return JSON.valueToTree(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    if (shape.has("enum")) {
      return shape.get("enum").get(random.nextInt(shape.get("enum").size()));
    }
    return switch (shape.path("type").asText()) {
      case "object" -> object(shape, broken);
      case "array" -> array(shape, broken);
      case "integer" -> JSON.valueToTree(whole(shape));
      case "number" -> JSON.valueToTree(whole(shape) + 0.5);
      case "boolean" -> JSON.valueToTree(random.nextBoolean());
      default -> JSON.valueToTree(text(shape));
    };
  }

  private long whole(JsonNode shape) {
    long lowest = shape.path("minimum").asLong(0);
    long highest = Math.min(shape.path("maximum").asLong(1000), lowest + 1000);
    return lowest + random.nextInt((int) (highest - lowest) + 1);
  }

  private String text(JsonNode shape) {
    if ("date-time".equals(shape.path("format").asText())) {
      return "20%02d-0%d-1%dT00:00:00Z"
          .formatted(24 + random.nextInt(4), 1 + random.nextInt(9), random.nextInt(10));
    }
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return text.repeat(1 + shape.path("minLength").asInt(0) / Math.max(1, text.length()));
  }

  private JsonNode object(JsonNode shape, boolean broken) {
    ObjectNode object = JSON.createObjectNode();
    List<String> required = new ArrayList<>();
    shape.path("required").forEach(name -> required.add(name.asText()));
    Iterator<Map.Entry<String, JsonNode>> properties = shape.path("properties").fields();
    while (properties.hasNext()) {
      Map.Entry<String, JsonNode> property = properties.next();
      boolean needed = required.contains(property.getKey());
      boolean left = broken && random.nextInt(6) == 0;
      if (needed ? !left : random.nextBoolean()) {
        object.set(property.getKey(), value(property.getValue(), broken));
      }
    }
    return object;
  }

  private JsonNode array(JsonNode shape, boolean broken) {
    ArrayNode array = JSON.createArrayNode();
    int count = shape.path("minItems").asInt(0) + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      array.add(value(shape.get("items"), broken));
    }
    return array;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
