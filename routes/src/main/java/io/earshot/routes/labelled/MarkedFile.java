package io.earshot.routes.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.earshot.analysis.evaluation.redaction.MarkedText;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.vault.ConversationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads texts with marked personal data: JSON objects, in an array or one a line, with {@code
 * full_text} and {@code spans}, each with {@code entity_type}, {@code start_position} and {@code
 * end_position} in Unicode code units, the end behind the last.
 */
public final class MarkedFile {
  private static final int MOST_TEXTS = 100_000;

  private MarkedFile() {}

  /**
   * Reads a file.
   *
   * @param types gives a mark's type the name it has here
   * @throws EarshotException of kind MISCONFIGURED when there is no such file, BAD_INPUT when it
   *     holds something else, with the place
   */
  public static List<MarkedText> read(Path file, UnaryOperator<String> types) {
    if (!Files.isRegularFile(file)) {
      throw EarshotException.misconfigured(file + ": there is no such file; check the path");
    }
    List<MarkedText> texts = new ArrayList<>();
    try (MappingIterator<JsonNode> values =
        ConversationJson.mapper().readerFor(JsonNode.class).readValues(file.toFile())) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        for (JsonNode object : value.isArray() ? value : List.of(value)) {
          texts.add(text(object, file, texts.size() + 1, types));
        }
      }
    } catch (JsonProcessingException e) {
      throw EarshotException.badInput(
          "%s is no valid JSON near line %d; export it again"
              .formatted(file, e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be read (%s); check that it is still there".formatted(file, e), e);
    }
    if (texts.isEmpty()) {
      throw EarshotException.badInput(file + " holds no text; name a file with marked texts");
    }
    return texts;
  }

  private static MarkedText text(
      JsonNode object, Path file, int number, UnaryOperator<String> types) {
    if (number > MOST_TEXTS) {
      throw EarshotException.badInput(
          "%s has more than %,d texts; give a part of it".formatted(file, MOST_TEXTS));
    }
    if (!object.path("full_text").isTextual() || !object.path("spans").isArray()) {
      throw EarshotException.badInput(
          "%s, text %d: 'full_text' or 'spans' is missing".formatted(file, number));
    }
    List<MarkedText.Mark> marks = new ArrayList<>();
    for (JsonNode span : object.path("spans")) {
      marks.add(
          new MarkedText.Mark(
              types.apply(span.path("entity_type").asText("")),
              span.path("start_position").asInt(-1),
              span.path("end_position").asInt(-1)));
    }
    try {
      return new MarkedText(object.path("full_text").textValue(), marks);
    } catch (IllegalArgumentException e) {
      throw EarshotException.badInput(
          "%s, text %d: a span does not fit: %s".formatted(file, number, e.getMessage()), e);
    }
  }
}
