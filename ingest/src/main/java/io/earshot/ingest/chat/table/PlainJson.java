package io.earshot.ingest.chat.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.file.ChatFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads JSON objects, in an array or one behind the other, as rows: keys are columns, a nested list
 * becomes a text of one line an element.
 */
final class PlainJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> SPEAKERS = List.of("speaker", "role", "from");
  private static final List<String> TEXTS = List.of("text", "content", "value", "utterance");

  private final ChatFile file;
  private final int mostRows;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<PlainTable.Row> rows = new ArrayList<>();

  PlainJson(ChatFile file, int mostRows) {
    this.file = file;
    this.mostRows = mostRows;
  }

  PlainTable read() {
    try (BufferedReader reader = file.reader();
        MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(reader)) {
      while (values.hasNextValue()) {
        long line = values.getCurrentLocation().getLineNr();
        JsonNode value = values.nextValue();
        if (value.isArray()) {
          for (JsonNode element : value) {
            add(element, line);
          }
        } else {
          add(value, line);
        }
      }
    } catch (JsonProcessingException e) {
      throw EarshotException.badInput(
          "%s is no valid JSON near line %d; export it again"
              .formatted(file.name(), e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    return new PlainTable(List.copyOf(columns.keySet()), true, rows, 0);
  }

  private void add(JsonNode object, long line) {
    if (!object.isObject()) {
      throw EarshotException.badInput(
          "%s holds something else than objects near line %d; give an array of objects, or one"
                  .formatted(file.name(), line)
              + " object a line");
    }
    List<String> cells = new ArrayList<>();
    object
        .fields()
        .forEachRemaining(
            field -> {
              int column = columns.computeIfAbsent(field.getKey(), key -> columns.size());
              while (cells.size() <= column) {
                cells.add("");
              }
              cells.set(column, text(field.getValue()));
            });
    rows.add(new PlainTable.Row(line, cells, false));
    if (rows.size() > mostRows) {
      throw PlainTable.tooLarge(file, mostRows);
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> lines = new ArrayList<>();
      value.forEach(element -> lines.add(text(element)));
      return String.join("\n", lines);
    }
    if (value.isObject()) {
      String said = first(value, TEXTS);
      String speaker = first(value, SPEAKERS);
      return said.isEmpty() ? value.toString() : speaker.isEmpty() ? said : speaker + ": " + said;
    }
    return value.isNull() ? "" : value.asText();
  }

  private static String first(JsonNode object, List<String> keys) {
    return keys.stream()
        .map(key -> object.path(key).asText(""))
        .filter(text -> !text.isEmpty())
        .limit(1)
        .collect(Collectors.joining());
  }
}
