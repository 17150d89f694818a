package io.earshot.console.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;

/**
 * What the contract says of an operation's body.
 *
 * @param schema of the JSON; null when it takes none
 * @param raw whether it takes a file's bytes instead
 */
record Body(JsonSchema schema, boolean raw) {

  boolean isJson() {
    return schema != null;
  }

  void check(JsonNode json) {
    Findings.require("The body", schema, json);
  }
}
