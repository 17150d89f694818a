package io.earshot.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.transport.TransportException;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.util.Optional;
import org.elasticsearch.client.ResponseException;

/**
 * Tells from an answer of Elasticsearch what its failure means. Reasons are passed on without the
 * values they quote, which may be what somebody said.
 */
final class Failures {
  private static final int LONGEST_REASON = 300;

  private Failures() {}

  /**
   * @param task what was tried, for the message: "Searching", "Writing conversation ..."
   */
  static EarshotException of(String task, String url, IOException failure) {
    int status = status(failure);
    if (status > 0) {
      return of(task, status, "http_" + status, "the server answered " + status, failure);
    }
    String cause = Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getName());
    return EarshotException.unavailable(
        "%s failed: Elasticsearch at %s does not answer (%s). It is tried again; if it stays so, look whether the server runs"
            .formatted(task, url, shorten(cause)),
        failure);
  }

  static EarshotException of(String task, ElasticsearchException failure) {
    ErrorCause error = failure.error();
    return of(task, failure.status(), error.type(), error.reason(), failure);
  }

  /** The failure of one item of a bulk request. */
  static EarshotException ofItem(String task, int status, ErrorCause error) {
    return of(task, status, error.type(), error.reason(), null);
  }

  private static EarshotException of(
      String task, int status, String type, String reason, Throwable cause) {
    String name = Optional.ofNullable(type).orElse("unknown");
    String why = safe(Optional.ofNullable(reason).orElse(""));
    ErrorKind kind = kind(status, name, why);
    return new EarshotException(
        kind,
        "%s failed: Elasticsearch says %d %s (%s): %s"
            .formatted(task, status, name, why, mend(kind, status)),
        cause);
  }

  private static ErrorKind kind(int status, String type, String reason) {
    if (reason.contains("flood-stage") || reason.contains("read-only")) {
      return ErrorKind.EXHAUSTED;
    }
    if (type.equals("index_not_found_exception")) {
      return ErrorKind.UNAVAILABLE;
    }
    return switch (status) {
      case 400, 413 -> ErrorKind.BAD_INPUT;
      case 401, 403 -> ErrorKind.MISCONFIGURED;
      default -> status == 429 || status >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.BUG;
    };
  }

  private static String mend(ErrorKind kind, int status) {
    return switch (kind) {
      case BAD_INPUT -> "this document can't be indexed as it is";
      case MISCONFIGURED ->
          status == 401
              ? "check index.username and index.password"
              : "give the user of index.username the rights to write and manage these indices";
      case EXHAUSTED -> "free disk space on the server; it is tried again";
      case UNAVAILABLE -> "it is tried again";
      case BUG -> "please report this";
    };
  }

  private static int status(IOException failure) {
    if (failure instanceof TransportException transport) {
      return transport.statusCode();
    }
    if (failure instanceof ResponseException response) {
      return response.getResponse().getStatusLine().getStatusCode();
    }
    return -1;
  }

  /** Parse failures quote the value ("Preview of field's value: ..."). */
  private static String safe(String reason) {
    int preview = reason.indexOf("Preview of field");
    return shorten(preview < 0 ? reason : reason.substring(0, preview).trim());
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
  }
}
