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
  private static final String RESUMABLE = "https://iana.org/assignments/http-problem-types#";

  private final int status;
  private final String type;
  private final String title;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

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

  /** What was announced did not come in time. */
  public static Problem late(String detail) {
    return new Problem(408, "late", "It took too long", detail);
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
        .with("retry_after", retryAfterSeconds)
        .withHeader("Retry-After", String.valueOf(retryAfterSeconds));
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

  /** The offset is not where the upload stands (draft-ietf-httpbis-resumable-upload). */
  public static Problem offset(long expected, long provided) {
    return new Problem(
            409,
            RESUMABLE + "mismatching-upload-offset",
            "The offset is not where the upload stands",
            "Go on at %d".formatted(expected))
        .with("expected-offset", expected)
        .with("provided-offset", provided)
        .withHeader("Upload-Offset", String.valueOf(expected));
  }

  /** An upload that has ended can't be gone on with. */
  public static Problem completed() {
    return new Problem(
            400,
            RESUMABLE + "completed-upload",
            "The upload is complete",
            "All of it is here: ask for it by GET")
        .withHeader("Upload-Complete", "?1");
  }

  /** The lengths that were told of an upload, or its length and what came, do not agree. */
  public static Problem length(String detail) {
    return new Problem(
        400, RESUMABLE + "inconsistent-upload-length", "The lengths do not agree", detail);
  }

  /** There is no room for it. */
  public static Problem full(String detail) {
    return new Problem(507, "full", "No room", detail);
  }

  Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** The same with a further header in its answer. */
  public Problem withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Headers of the answer, beside the usual ones. */
  Map<String, String> headers() {
    return headers;
  }

  public int status() {
    return status;
  }

  /** The members of the JSON object, in order. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type.startsWith(RESUMABLE) ? type : "urn:earshot:problem:" + type);
    json.put("title", title);
    json.put("status", status);
    json.put("detail", getMessage());
    json.putAll(members);
    return json;
  }
}
