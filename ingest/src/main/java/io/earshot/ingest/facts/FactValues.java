package io.earshot.ingest.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The single values of a tree by their paths.
 *
 * <p>Paths are compared without case, underscores, hyphens and spaces; {@code $.Agent.Name}, {@code
 * /agent/name} and {@code agent.name} are the same. The first element of an array has its parent's
 * path, later ones a number: {@code party.name}, {@code party.1.name}. A path that is not there
 * from the top is looked for from further down, the shallowest first: what wraps the facts does not
 * matter.
 */
final class FactValues {
  private static final int MOST = 2000;
  private static final int LONGEST = 500;
  private static final int DEEPEST = 24;

  private final Map<String, String> byPath = new LinkedHashMap<>();

  private FactValues() {}

  static FactValues of(JsonNode tree) {
    FactValues values = new FactValues();
    values.add("", tree, 0);
    return values;
  }

  /** The value at a path; empty when there is none. */
  Optional<String> value(String path) {
    String wanted = normal(path);
    String exact = byPath.get(wanted);
    return exact != null ? Optional.of(exact) : deeper(wanted);
  }

  private Optional<String> deeper(String wanted) {
    String best = null;
    for (String path : byPath.keySet()) {
      if (path.endsWith("." + wanted) && (best == null || depth(path) < depth(best))) {
        best = path;
      }
    }
    return Optional.ofNullable(best).map(byPath::get);
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '.').count();
  }

  static String normal(String path) {
    String dotted =
        path.replaceAll("[\\[\\]'\"@$]", ".").replace('/', '.').replaceAll("[\\s_-]", "");
    List<String> parts = new ArrayList<>();
    for (String part : dotted.toLowerCase(Locale.ROOT).split("\\.")) {
      if (!part.isEmpty() && !part.equals("0")) {
        parts.add(part);
      }
    }
    return String.join(".", parts);
  }

  private void add(String path, JsonNode node, int depth) {
    if (depth > DEEPEST || byPath.size() >= MOST) {
      return;
    }
    if (node.isObject()) {
      addNamed(path, node);
      node.fields()
          .forEachRemaining(
              field -> add(join(path, normal(field.getKey())), field.getValue(), depth + 1));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(i == 0 ? path : join(path, "" + i), node.get(i), depth + 1);
      }
    } else if (!node.isNull() && node.asText().length() <= LONGEST) {
      byPath.putIfAbsent(path, node.asText());
    }
  }

  /** What is written as a name with a value is found by that name, too. */
  private void addNamed(String path, JsonNode object) {
    for (String key : List.of("name", "Name", "key", "Key")) {
      for (String of : List.of("value", "Value", XmlTree.TEXT)) {
        JsonNode name = object.path(key);
        JsonNode value = object.path(of);
        if (name.isTextual() && value.isValueNode() && value.asText().length() <= LONGEST) {
          byPath.putIfAbsent(join(path, normal(name.asText())), value.asText());
        }
      }
    }
  }

  private static String join(String path, String name) {
    if (name.isEmpty() || name.equals(XmlTree.TEXT)) {
      return path;
    }
    return path.isEmpty() ? name : path + "." + name;
  }
}
