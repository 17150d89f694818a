package io.earshot.ingest.chat;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads transcript JSON in the shapes of Amazon Connect and Contact Lens, and in Earshot's own: one
 * object, an array of them read one by one, or one a line.
 */
final class JsonReader implements ChatReader {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String[] LINE_ENDINGS = {".jsonl", ".ndjson"};

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

  private static void readLines(ChatFile file, ReadingContext context, TranscriptSink sink) {
    try (Lines lines = new Lines(file, context.maxConversationCharacters())) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().text().isBlank()) {
          readLine(line.get(), context, sink);
        }
      }
    }
  }

  private static void readLine(Lines.Line line, ReadingContext context, TranscriptSink sink) {
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

  private static void readWhole(ChatFile file, ReadingContext context, TranscriptSink sink) {
    try (BoundedReader bounded =
            new BoundedReader(file.reader(), context.maxConversationCharacters());
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
    } catch (JsonProcessingException e) {
      throw invalid(file, e.getLocation());
    } catch (BoundedReader.TooLong e) {
      throw EarshotException.badInput(
          "%s: a conversation is longer than %d characters; split it"
              .formatted(file.name(), context.maxConversationCharacters()));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** One object, or several one after the other. */
  private static void readObjects(
      JsonParser parser, BoundedReader bounded, ReadingContext context, TranscriptSink sink)
      throws IOException {
    JsonNode object = MAPPER.readTree(parser);
    if (parser.nextToken() == null) {
      sink.accept(read(object, context));
      return;
    }
    int number = 0;
    element(object, "element ", ++number, context, sink);
    do {
      bounded.restart();
      element(MAPPER.readTree(parser), "element ", ++number, context, sink);
    } while (parser.nextToken() != null);
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

  private static void readArray(
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
      bounded.restart();
      element(element, "element ", ++number, context, sink);
    }
    refuseMore(file, parser);
  }

  private static Transcript read(JsonNode root, ReadingContext context) {
    return EarshotTranscript.isOne(root)
        ? EarshotTranscript.read(root, context)
        : ContactLensTranscript.read(root, context);
  }

  private static void element(
      JsonNode element, String place, long number, ReadingContext context, TranscriptSink sink) {
    Transcript transcript;
    try {
      transcript = read(element, context);
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      sink.refuse(new TranscriptSink.Refusal(place + number, e.getMessage(), element.toString()));
      return;
    }
    String id = transcript.attributes().get(Conversation.CALL_ID);
    sink.accept(transcript.withSession(Optional.ofNullable(id).orElse(Long.toString(number))));
  }
}
