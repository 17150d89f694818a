package io.earshot.ingest.chat.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import java.util.List;

/** One shape in which systems export conversations as JSON. Stateless: one serves all threads. */
public interface JsonShape {
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
}
