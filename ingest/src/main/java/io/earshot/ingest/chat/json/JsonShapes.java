package io.earshot.ingest.chat.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shapes that are known, asked in their order; any list of messages is the last of them. */
final class JsonShapes {
  /** Lists under which exports put several conversations. */
  private static final List<String> LISTS =
      List.of("conversations", "chats", "tickets", "calls", "results", "data", "items", "records");

  private final List<JsonShape> known = new ArrayList<>();

  JsonShapes(List<JsonShape> shapes) {
    known.addAll(shapes);
    known.add(new MessagesShape());
  }

  Optional<JsonShape> of(JsonNode root) {
    return root.isObject()
        ? known.stream().filter(shape -> shape.fits(root)).findFirst()
        : Optional.empty();
  }

  /**
   * Takes an object apart into the conversations it holds; itself where it is one or none.
   *
   * @throws EarshotException of kind BAD_INPUT when it can't be opened
   */
  List<JsonNode> split(JsonNode root, ReadingContext context) {
    Optional<JsonShape> shape = of(root);
    if (shape.isPresent()) {
      return shape.get().conversations(root, context);
    }
    for (String name : LISTS) {
      JsonNode list = root.path(name);
      if (list.isArray() && !list.isEmpty() && holdsConversations(list)) {
        List<JsonNode> found = new ArrayList<>();
        list.forEach(element -> found.addAll(split(element, context)));
        return found;
      }
    }
    return List.of(root);
  }

  private boolean holdsConversations(JsonNode list) {
    for (JsonNode element : list) {
      if (of(element).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Reads an object as whatever it is. */
  Transcript read(JsonNode root, ReadingContext context) {
    return of(root)
        .orElseThrow(
            () ->
                EarshotException.badInput(
                    "it is JSON of no known shape: none of those that docs/ingest.md lists, such as"
                        + " Contact Lens with a 'Transcript' list, or an object with a list of"
                        + " 'messages'"))
        .read(root, context);
  }
}
