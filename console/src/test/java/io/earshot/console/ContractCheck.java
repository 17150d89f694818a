package io.earshot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.contract.Contract;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds answers against the contract: what it does not announce must not be answered. */
final class ContractCheck {
  private final Contract contract = Contract.load();
  private final JsonNode document = contract.document();

  void check(String method, String path, TestReply reply) {
    operation(method, path).ifPresent(operation -> check(method + " " + path, operation, reply));
  }

  private void check(String request, JsonNode operation, TestReply reply) {
    JsonNode responses = operation.get("responses");
    JsonNode announced =
        resolve(
            responses.path(String.valueOf(reply.status())).isMissingNode()
                ? responses.get("default")
                : responses.get(String.valueOf(reply.status())));
    JsonNode contents = announced.path("content");
    if (contents.isMissingNode() || request.startsWith("HEAD ")) { // such an answer has no body
      assertThat(reply.bytes()).as("body of %s: %s", request, reply).isEmpty();
      return;
    }
    String type = reply.header("Content-Type").replaceAll(";.*", "");
    assertThat(contents.has(type)).as("%s answers %s as %s", request, reply, type).isTrue();
    if (type.endsWith("json") && contents.get(type).has("schema")) {
      var findings = contract.schema(contents.get(type).get("schema")).validate(reply.json());
      assertThat(findings).as("%s answers %s", request, reply).isEmpty();
    }
  }

  private Optional<JsonNode> operation(String method, String path) {
    String plain = path.replaceAll("\\?.*", "");
    return contract.operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> pattern(operation.path()).matcher(plain).matches())
        .findFirst()
        .map(
            operation ->
                document.get("paths").get(operation.path()).get(method.toLowerCase(Locale.ROOT)));
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
