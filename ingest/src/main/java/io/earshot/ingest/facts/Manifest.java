package io.earshot.ingest.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A list of recordings with their facts. Its rows name files; they are only compared with the names
 * of recordings that are there, never opened. Immutable.
 */
final class Manifest {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_ROWS = 200_000;
  private static final int DEEPEST = 6;
  private static final List<String> FILE_FIELDS =
      List.of(
          "file",
          "filename",
          "path",
          "filepath",
          "recording",
          "recordingfile",
          "recordingfilename",
          "recordingpath",
          "audio",
          "audiofile",
          "audiofilename",
          "audiopath",
          "wavfile",
          "uri",
          "录音文件",
          "录音文件名",
          "文件名",
          "文件");

  private final String name;
  private final Map<String, Row> byFile;

  private Manifest(String name, Map<String, Row> byFile) {
    this.name = name;
    this.byFile = byFile;
  }

  private record Row(int number, JsonNode fields) {}

  /**
   * Reads a list.
   *
   * @throws io.earshot.conversation.EarshotException of kind BAD_INPUT when it can't be read
   */
  static Manifest read(Path file) {
    JsonNode tree = FactTree.read(file, MOST_BYTES, MOST_ROWS);
    Map<String, Row> rows = new HashMap<>();
    int number = 0;
    for (JsonNode row : rows(tree)) {
      number++;
      Optional<String> named = file(row);
      if (named.isPresent() && rows.size() < MOST_ROWS) {
        rows.putIfAbsent(comparable(named.get()), new Row(number, row));
      }
    }
    return new Manifest(String.valueOf(file.getFileName()), Map.copyOf(rows));
  }

  static boolean namesFiles(String field) {
    return FILE_FIELDS.contains(FactValues.normal(field));
  }

  int size() {
    return byFile.size();
  }

  /** Offers what the row of a recording tells. */
  void read(String relativePath, FactMapping mapping, ZoneId zone, Facts facts) {
    row(relativePath)
        .ifPresent(
            row ->
                mapping.read(
                    FactValues.of(row.fields()),
                    zone,
                    "%s, row %d".formatted(name, row.number()),
                    facts));
  }

  boolean names(String relativePath) {
    return row(relativePath).isPresent();
  }

  /**
   * By the path from the list's folder; where that is the file's own, by the name without ending,
   * too.
   */
  private Optional<Row> row(String relativePath) {
    String wanted = comparable(relativePath);
    Row row = byFile.get(wanted);
    boolean beside = wanted.indexOf('/') < 0;
    int dot = wanted.lastIndexOf('.');
    if (row == null && beside && dot > 0) {
      row = byFile.get(wanted.substring(0, dot));
    }
    return Optional.ofNullable(row);
  }

  /** Rows are the elements of the nearest array of objects. */
  private static Iterable<JsonNode> rows(JsonNode tree) {
    Deque<JsonNode> level = new ArrayDeque<>(List.of(tree));
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      Deque<JsonNode> next = new ArrayDeque<>();
      for (JsonNode node : level) {
        if (node.isArray() && node.path(0).isObject()) {
          return node;
        }
        if (node.isObject() && file(node).isPresent()) {
          return List.of(node);
        }
        node.forEach(next::add);
      }
      level = next;
    }
    return List.of();
  }

  private static Optional<String> file(JsonNode row) {
    return row.properties().stream()
        .filter(field -> namesFiles(field.getKey()) && field.getValue().isTextual())
        .map(field -> field.getValue().asText())
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /** Windows writes paths the other way round, and both begin with a dot now and then. */
  private static String comparable(String path) {
    String slashes = path.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashes.startsWith("./") ? slashes.substring(2) : slashes;
  }
}
