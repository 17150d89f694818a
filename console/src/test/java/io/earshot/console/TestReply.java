package io.earshot.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.http.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was answered over HTTP. */
public record TestReply(HttpResponse<byte[]> response) {

  public int status() {
    return response.statusCode();
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    try {
      return Json.mapper().readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("No JSON: " + text(), e);
    }
  }

  /** The value at a JSON pointer, as text. */
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  /** A header; empty when it is not there. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
