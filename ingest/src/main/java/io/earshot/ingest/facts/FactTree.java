package io.earshot.ingest.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.table.PlainTable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A side file or list as a tree, whether it is JSON, XML or CSV: told by its first bytes. */
final class FactTree {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int OPENING = 64;

  private FactTree() {}

  /**
   * Reads a file.
   *
   * @param mostBytes larger files are refused
   * @throws EarshotException of kind BAD_INPUT when it can't be read
   */
  static JsonNode read(Path file, long mostBytes, int mostRows) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = new BufferedInputStream(open(file, mostBytes))) {
      in.mark(OPENING);
      String start = opening(in.readNBytes(OPENING));
      in.reset();
      if (start.startsWith("<")) {
        return XmlTree.read(in, name);
      }
      boolean json = start.startsWith("{") || start.startsWith("[");
      return json ? json(in) : table(PlainTable.read(file, mostRows));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw EarshotException.badInput(
          "%s is no valid JSON near line %d; export it again".formatted(name, line));
    } catch (IOException e) {
      throw EarshotException.badInput(
          "%s can't be read (%s)".formatted(name, e.getClass().getSimpleName()));
    }
  }

  /** Never through a link: it could lead to what is no business of the source. */
  private static InputStream open(Path file, long mostBytes) throws IOException {
    long bytes = Files.size(file);
    if (bytes > mostBytes) {
      throw EarshotException.badInput(
          "%s has %d bytes, more than the %d that are read of such a file"
              .formatted(file.getFileName(), bytes, mostBytes));
    }
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Without marks and spaces; in UTF-16 every other byte is zero. */
  private static String opening(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replaceAll("[\\x00\\xef\\xbb\\xbf\\xfe\\xff\\s]", "");
  }

  /** One value, or one a line as an array. */
  private static JsonNode json(InputStream in) throws IOException {
    try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(in)) {
      JsonNode first = values.hasNextValue() ? values.nextValue() : NODES.objectNode();
      if (!values.hasNextValue()) {
        return first;
      }
      ArrayNode all = NODES.arrayNode().add(first);
      while (values.hasNextValue()) {
        all.add(values.nextValue());
      }
      return all;
    }
  }

  private static JsonNode table(PlainTable table) {
    boolean narrow = !table.named() && table.header().size() == 2 && table.rows().size() > 2;
    return narrow ? pairsOrRows(table) : rows(table);
  }

  /** Rows of two cells: a name and its value each, unless the names repeat. */
  private static JsonNode pairsOrRows(PlainTable table) {
    ObjectNode pairs = NODES.objectNode();
    table.rows().forEach(row -> pairs.put(row.cell(0), row.cell(1)));
    boolean files = table.header().stream().anyMatch(Manifest::namesFiles);
    return files || pairs.size() < table.rows().size() ? rows(table) : pairs;
  }

  private static ArrayNode rows(PlainTable table) {
    ArrayNode rows = NODES.arrayNode();
    table.rows().stream()
        .skip(table.named() ? 0 : 1)
        .forEach(
            row -> {
              ObjectNode fields = rows.addObject();
              for (int i = 0; i < table.header().size(); i++) {
                fields.put(table.header().get(i), row.cell(i));
              }
            });
    return rows;
  }
}
