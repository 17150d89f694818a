package io.earshot.console.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import io.earshot.console.http.Problem;
import java.util.stream.Collectors;

/** What does not fit a schema, as a problem. Values are not quoted. */
final class Findings {
  private static final int SHOWN = 5;

  private Findings() {}

  static void require(String what, JsonSchema schema, JsonNode value) {
    var messages = schema.validate(value);
    if (!messages.isEmpty()) {
      String details =
          messages.stream()
              .sorted(java.util.Comparator.comparing(ValidationMessage::getMessage))
              .limit(SHOWN)
              .map(ValidationMessage::getMessage)
              .map(message -> message.startsWith("$: ") ? message.substring(3) : message)
              .collect(Collectors.joining("; "));
      throw Problem.invalid("%s does not fit: %s".formatted(what, details));
    }
  }
}
