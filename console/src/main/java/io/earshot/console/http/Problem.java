package io.earshot.console.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered when a request can't be fulfilled (RFC 9457).
 *
 * <p>Thrown from anywhere below an operation. The message is for the one who asked: it names the
 * thing, the cause and the mend, and nothing that the caller may not know.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String title;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  private Problem(int status, String type, String title, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
  }

  /** The request itself is wrong. */
  public static Problem invalid(String detail) {
    return new Problem(400, "request", "The request is not valid", detail);
  }

  /** A query can't be understood; where is told in characters. */
  public static Problem query(String detail, int start, int end) {
    return new Problem(400, "query", "The query can't be understood", detail)
        .with("start", start)
        .with("end", end);
  }

  /** Nobody is signed in. */
  public static Problem unauthenticated(String detail) {
    return new Problem(401, "sign-in", "Sign in first", detail);
  }

  /** The caller has no right to it. */
  public static Problem forbidden(String detail) {
    return new Problem(403, "right", "Not allowed", detail);
  }

  /** There is no such thing, or the caller may not know of it. */
  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", "Not found", detail);
  }

  /** It contradicts what is there. */
  public static Problem conflict(String detail) {
    return new Problem(409, "conflict", "It contradicts what is there", detail);
  }

  /** More than is taken. */
  public static Problem tooLarge(String detail) {
    return new Problem(413, "too-large", "Too large", detail);
  }

  /** The body is of a type that the operation does not take. */
  public static Problem unsupportedType(String detail) {
    return new Problem(415, "media-type", "The body's type is not taken here", detail);
  }

  /** The request is for another host. */
  public static Problem misdirected(String detail) {
    return new Problem(421, "host", "Not served under this name", detail);
  }

  /** Too often. */
  public static Problem tooMany(String detail, long retryAfterSeconds) {
    return new Problem(429, "too-many", "Too many requests", detail)
        .with("retry_after", retryAfterSeconds);
  }

  /** A defect; the cause is in the log under {@code instance}. */
  public static Problem defect(String instance) {
    return new Problem(500, "defect", "Something broke", "It was noted; try again later")
        .with("instance", instance);
  }

  /** A part that is needed is down or still starting. */
  public static Problem unavailable(String detail) {
    return new Problem(503, "unavailable", "Not available now", detail);
  }

  /** There is no room for it. */
  public static Problem full(String detail) {
    return new Problem(507, "full", "No room", detail);
  }

  Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public int status() {
    return status;
  }

  /** The members of the JSON object, in order. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "urn:earshot:problem:" + type);
    json.put("title", title);
    json.put("status", status);
    json.put("detail", getMessage());
    json.putAll(members);
    return json;
  }
}
