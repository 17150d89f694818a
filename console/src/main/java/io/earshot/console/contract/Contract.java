package io.earshot.console.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI document of the console. Immutable. */
public final class Contract {
  private static final String FILE = "/openapi.yaml";
  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "patch", "delete", "options");
  private static final String JSON = "application/json";

  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final String text;
  private final JsonNode document;
  private final List<ContractOperation> operations;

  private Contract(String text) {
    this.text = text;
    this.document =
        new ObjectMapper()
            .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    this.operations = readOperations();
  }

  /** Reads the document from the jar. */
  public static Contract load() {
    try (InputStream stream = Contract.class.getResourceAsStream(FILE)) {
      return new Contract(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading %s from the jar failed".formatted(FILE), e);
    }
  }

  /** The document as it is written. */
  public String text() {
    return text;
  }

  /** The document, read. */
  public JsonNode document() {
    return document.deepCopy();
  }

  /** Where the paths begin: {@code /api/v1}. */
  public String root() {
    return document.at("/servers/0/url").asText();
  }

  /** Every operation; fixed paths before those with a parameter in the same place. */
  public List<ContractOperation> operations() {
    return operations;
  }

  private List<ContractOperation> readOperations() {
    List<ContractOperation> found = new ArrayList<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .map(method -> operation(path.getKey(), method, path.getValue()))
                    .forEach(found::add));
    found.sort(java.util.Comparator.comparing(operation -> operation.path().contains("{")));
    return List.copyOf(found);
  }

  private ContractOperation operation(String path, String method, JsonNode onPath) {
    JsonNode node = onPath.get(method);
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode source : List.of(onPath.path("parameters"), node.path("parameters"))) {
      source.forEach(parameter -> add(resolve(parameter), parameters));
    }
    JsonNode body = node.path("requestBody").path("content");
    Optional<JsonSchema> schema =
        body.has(JSON) ? Optional.of(schema(body.get(JSON).get("schema"))) : Optional.empty();
    return new ContractOperation(
        node.get("operationId").asText(),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        isOpen(node),
        parameters,
        new Body(schema.orElse(null), !body.isMissingNode() && schema.isEmpty()));
  }

  /** Headers are read by those who answer: they have forms that no schema tells. */
  private void add(JsonNode parameter, List<Parameter> parameters) {
    if (!"header".equals(parameter.get("in").asText())) {
      parameters.add(parameter(parameter));
    }
  }

  /** An empty list of security requirements: nobody need be signed in. */
  private static boolean isOpen(JsonNode operation) {
    return operation.has("security") && operation.get("security").isEmpty();
  }

  private Parameter parameter(JsonNode node) {
    JsonNode shape = resolve(node.get("schema"));
    return new Parameter(
        node.get("name").asText(),
        "path".equals(node.get("in").asText()),
        node.path("required").asBoolean(),
        shape,
        schema(shape));
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** A part of the document, such as a response's schema, ready to check with. */
  public JsonSchema schema(JsonNode part) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(part);
    whole.set("components", document.get("components"));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return schemas.getSchema(whole, config);
  }
}
