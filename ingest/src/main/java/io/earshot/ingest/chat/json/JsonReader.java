package io.earshot.ingest.chat.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.chat.file.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads JSON of every {@link JsonShape} that is known: one object, an array of them read one by
 * one, or one a line. An object may hold several conversations.
 */
public final class JsonReader implements ChatReader {
  /** In vCons recordings stand as one text: about 48 MB of sound. */
  private static final int MAX_VCON_CHARACTERS = 64 << 20;

  private static final int MAX_NESTING = 200;

  private static final Pattern VCON =
      Pattern.compile("\"vcon\"\\s{0,4}:|\"dialog\"\\s{0,4}:|\"payload\"\\s{0,4}:");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(MAX_VCON_CHARACTERS)
                          .maxNestingDepth(MAX_NESTING)
                          .build())
                  .build())
          .build();
  private static final String[] LINE_ENDINGS = {".jsonl", ".ndjson"};

  private final JsonShapes shapes;

  /**
   * A reader of some shapes, and of any list of messages.
   *
   * @param shapes in the order in which they are to be asked
   */
  public JsonReader(List<JsonShape> shapes) {
    this.shapes = new JsonShapes(shapes);
  }

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    String opening = file.opening().stripLeading();
    return file.endsWith(".json")
        || file.endsWith(LINE_ENDINGS)
        || opening.startsWith("{")
        || opening.matches("(?s)\\[\\s*[{\\]].*");
  }

  @Override
  public void read(ChatFile file, ReadingContext context, TranscriptSink sink) {
    if (file.endsWith(LINE_ENDINGS) || hasObjectOnEachLine(file)) {
      readLines(file, context, sink);
    } else {
      file.refuseIfDamaged();
      readWhole(file, context, sink);
    }
  }

  /** Two lines that both begin and end an object can't be parts of one. */
  private static boolean hasObjectOnEachLine(ChatFile file) {
    return file.opening()
            .lines()
            .filter(line -> !line.isBlank())
            .limit(2)
            .filter(line -> line.startsWith("{") && line.stripTrailing().endsWith("}"))
            .count()
        == 2;
  }

  private void readLines(ChatFile file, ReadingContext context, TranscriptSink sink) {
    try (Lines lines = new Lines(file, context.maxConversationCharacters())) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().text().isBlank()) {
          readLine(line.get(), context, sink);
        }
      }
    }
  }

  /** JSON that stands as a text in JSON; empty when it is none. */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void readLine(Lines.Line line, ReadingContext context, TranscriptSink sink) {
    String place = "line " + line.number();
    if (line.tooLong() || line.text().indexOf('\uFFFD') >= 0) {
      String reason = line.tooLong() ? "it is too long" : "some bytes do not fit the encoding";
      sink.refuse(new TranscriptSink.Refusal(place, reason, line.text()));
      return;
    }
    try {
      element(MAPPER.readTree(line.text()), "line ", line.number(), context, sink);
    } catch (JsonProcessingException e) {
      sink.refuse(new TranscriptSink.Refusal(place, "it is no valid JSON", line.text()));
    }
  }

  private void readWhole(ChatFile file, ReadingContext context, TranscriptSink sink) {
    try (BoundedReader bounded = new BoundedReader(file.reader(), longest(file, context));
        JsonParser parser = MAPPER.createParser(bounded)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw EarshotException.badInput(file.name() + " holds nothing");
      }
      if (first == JsonToken.START_ARRAY) {
        readArray(file, parser, bounded, context, sink);
      } else {
        readObjects(parser, bounded, context, sink);
      }
    } catch (StreamConstraintsException e) {
      throw EarshotException.badInput(
          "%s is nested deeper than %d levels, or holds a longer text or number than any conversation; export it again"
              .formatted(file.name(), MAX_NESTING));
    } catch (JsonProcessingException e) {
      throw invalid(file, e.getLocation());
    } catch (BoundedReader.TooLong e) {
      throw EarshotException.badInput(
          "%s: a conversation is longer than %d characters; split it"
              .formatted(file.name(), longest(file, context)));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static int longest(ChatFile file, ReadingContext context) {
    int most = context.maxConversationCharacters();
    return VCON.matcher(file.opening()).find() ? Math.max(most, MAX_VCON_CHARACTERS) : most;
  }

  /** One object, or several one after the other. */
  private void readObjects(
      JsonParser parser, BoundedReader bounded, ReadingContext context, TranscriptSink sink)
      throws IOException {
    JsonNode object = MAPPER.readTree(parser);
    if (parser.nextToken() == null) {
      readObject(object, context, sink);
      return;
    }
    int number = 0;
    element(object, "element ", ++number, context, sink);
    do {
      bounded.restart();
      element(MAPPER.readTree(parser), "element ", ++number, context, sink);
    } while (parser.nextToken() != null);
  }

  /** The array is one conversation: its elements are the messages. */
  private void readMessages(
      JsonNode first, JsonParser parser, ReadingContext context, TranscriptSink sink)
      throws IOException {
    ObjectNode conversation = MAPPER.createObjectNode();
    ArrayNode messages = conversation.putArray("messages").add(first);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        throw EarshotException.badInput("the list of messages is cut off; export it again");
      }
      messages.add(MAPPER.<JsonNode>readTree(parser));
    }
    readObject(conversation, context, sink);
  }

  private void readObject(JsonNode object, ReadingContext context, TranscriptSink sink) {
    List<JsonNode> parts = shapes.split(object, context);
    if (parts.size() == 1) {
      sink.accept(shapes.read(parts.get(0), context));
      return;
    }
    int number = 0;
    for (JsonNode part : parts) {
      element(part, "part ", ++number, context, sink);
    }
  }

  private static void refuseMore(ChatFile file, JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw invalid(file, parser.currentLocation());
    }
  }

  private static EarshotException invalid(ChatFile file, JsonLocation location) {
    JsonLocation at = Optional.ofNullable(location).orElse(JsonLocation.NA);
    return EarshotException.badInput(
        "%s is no valid JSON from line %d, column %d on; export it again"
            .formatted(file.name(), at.getLineNr(), at.getColumnNr()));
  }

  private void readArray(
      ChatFile file,
      JsonParser parser,
      BoundedReader bounded,
      ReadingContext context,
      TranscriptSink sink)
      throws IOException {
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        throw invalid(file, parser.currentLocation());
      }
      JsonNode element = MAPPER.readTree(parser);
      if (number == 0 && shapes.of(element).isEmpty() && MessagesShape.isMessage(element)) {
        readMessages(element, parser, context, sink);
        break;
      }
      bounded.restart();
      element(element, "element ", ++number, context, sink);
    }
    refuseMore(file, parser);
  }

  /** Reads all of an element before anything of it is handed on. */
  private void element(
      JsonNode element, String place, long number, ReadingContext context, TranscriptSink sink) {
    List<Transcript> transcripts = new ArrayList<>();
    try {
      for (JsonNode part : shapes.split(element, context)) {
        transcripts.add(shapes.read(part, context));
      }
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      sink.refuse(new TranscriptSink.Refusal(place + number, e.getMessage(), element.toString()));
      return;
    }
    for (int i = 0; i < transcripts.size(); i++) {
      String several = transcripts.size() > 1 ? "-" + (i + 1) : "";
      String id = transcripts.get(i).attributes().getOrDefault(Conversation.CALL_ID, "" + number);
      sink.accept(transcripts.get(i).withSession(id + several));
    }
  }
}
