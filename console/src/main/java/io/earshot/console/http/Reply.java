package io.earshot.console.http;

import java.util.Map;

/**
 * What an operation answers.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body text, bytes, or any value to be written as JSON; null for none
 * @param headers further ones
 */
public record Reply(int status, String type, Object body, Map<String, String> headers) {
  private static final String JSON = "application/json";

  /** 200 with a value as JSON. */
  public static Reply ok(Object value) {
    return new Reply(200, JSON, value, Map.of());
  }

  /** 201 with what was made. */
  public static Reply created(Object value) {
    return new Reply(201, JSON, value, Map.of());
  }

  /** 202: it is taken on, and goes on by itself. */
  public static Reply accepted(Object value) {
    return new Reply(202, JSON, value, Map.of());
  }

  /** 204. */
  public static Reply done() {
    return new Reply(204, JSON, null, Map.of());
  }

  /** 200 with a text of some type. */
  public static Reply text(String type, String text) {
    return new Reply(200, type + "; charset=utf-8", text, Map.of());
  }

  /** 200 with JSON that is written already. */
  public static Reply json(String written) {
    return new Reply(200, JSON, written, Map.of());
  }

  /** The same, to be saved under a name. */
  public Reply asFile(String name) {
    return with("Content-Disposition", Disposition.attachment(name));
  }

  /** The same with other bytes for its body. */
  Reply withBody(byte[] bytes) {
    return new Reply(status, type, bytes, headers);
  }

  /** The same with a further header. */
  public Reply with(String header, String value) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, Map.copyOf(more));
  }
}
