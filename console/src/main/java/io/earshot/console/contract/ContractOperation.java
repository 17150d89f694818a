package io.earshot.console.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.http.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One operation of the contract. Immutable. */
public final class ContractOperation {
  private final String id;
  private final String method;
  private final String path;
  private final boolean open;
  private final List<Parameter> parameters;
  private final Body body;

  ContractOperation(
      String id, String method, String path, boolean open, List<Parameter> parameters, Body body) {
    this.id = id;
    this.method = method;
    this.path = path;
    this.open = open;
    this.parameters = List.copyOf(parameters);
    this.body = body;
  }

  /** Its name in the contract, such as {@code findConversations}. */
  public String id() {
    return id;
  }

  /** Of HTTP, in capitals. */
  public String method() {
    return method;
  }

  /** As written: {@code /conversations/{id}/peaks}. */
  public String path() {
    return path;
  }

  /** Whether nobody need be signed in. */
  public boolean open() {
    return open;
  }

  /** Whether it takes a JSON body. */
  public boolean takesJson() {
    return body.isJson();
  }

  /** Whether it takes a file's bytes as body. */
  public boolean takesBytes() {
    return body.raw();
  }

  /**
   * Reads the parameters of a request.
   *
   * @param inPath the value of a path parameter by name
   * @param inQuery the values of a query parameter by name, in order
   * @param sent the names of all query parameters of the request
   * @throws Problem with status 400 when one is unknown, missing or does not fit
   */
  public Map<String, JsonNode> parameters(
      Function<String, String> inPath, Function<String, List<String>> inQuery, Set<String> sent) {
    Set<String> known = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    sent.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Problem.invalid(
                  "There is no parameter of that name here; known are %s".formatted(known));
            });
    Map<String, JsonNode> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      List<String> given =
          parameter.inPath()
              ? List.of(inPath.apply(parameter.name()))
              : inQuery.apply(parameter.name());
      parameter.read(given).ifPresent(value -> values.put(parameter.name(), value));
    }
    return values;
  }

  /**
   * Checks a JSON body.
   *
   * @throws Problem with status 400 when it does not fit
   */
  public void checkBody(JsonNode json) {
    body.check(json);
  }
}
