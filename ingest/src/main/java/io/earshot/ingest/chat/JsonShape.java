package io.earshot.ingest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One shape in which systems export conversations as JSON. Stateless. */
interface JsonShape {
  /** The shapes, those with the most telling marks first. */
  List<JsonShape> KNOWN =
      List.of(
          new VconShape(),
          new ContactLensShape(),
          new PostCallShape(),
          new EarshotShape(),
          new IntercomShape(),
          new LiveChatShape(),
          new ZendeskShape(),
          new AliyunShape(),
          new InsightsShape(),
          new MessagesShape());

  /** Lists under which exports put several conversations. */
  List<String> LISTS =
      List.of("conversations", "chats", "tickets", "calls", "results", "data", "items", "records");

  /** The name by which people find what was read from it: lower case. */
  String format();

  /** Whether an object is of this shape, by the members it has. */
  boolean fits(JsonNode root);

  /** The conversations in an object that fits, each as an object that fits too. */
  default List<JsonNode> conversations(JsonNode root, ReadingContext context) {
    return List.of(root);
  }

  /**
   * Reads one conversation.
   *
   * @throws EarshotException of kind BAD_INPUT when it can't be read
   */
  Transcript read(JsonNode root, ReadingContext context);

  static Optional<JsonShape> of(JsonNode root) {
    return root.isObject()
        ? KNOWN.stream().filter(shape -> shape.fits(root)).findFirst()
        : Optional.empty();
  }

  /**
   * Takes an object apart into the conversations it holds; itself where it is one or none.
   *
   * @throws EarshotException of kind BAD_INPUT when it can't be opened
   */
  static List<JsonNode> split(JsonNode root, ReadingContext context) {
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

  private static boolean holdsConversations(JsonNode list) {
    for (JsonNode element : list) {
      if (of(element).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Reads an object as whatever it is. */
  static Transcript readAny(JsonNode root, ReadingContext context) {
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
