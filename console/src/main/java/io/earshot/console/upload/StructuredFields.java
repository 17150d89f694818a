package io.earshot.console.upload;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.OptionalLong;

/** The simple values of structured fields (RFC 9651); other ones are as if they were not there. */
final class StructuredFields {
  private StructuredFields() {}

  /** {@code ?1} or {@code ?0}. */
  static Optional<Boolean> flag(MultiMap headers, String name) {
    String value = single(headers, name);
    return value.equals("?1") || value.equals("?0")
        ? Optional.of(value.equals("?1"))
        : Optional.empty();
  }

  /** A whole number that is not negative. */
  static OptionalLong whole(MultiMap headers, String name) {
    String value = single(headers, name);
    return value.matches("\\d{1,15}")
        ? OptionalLong.of(Long.parseLong(value))
        : OptionalLong.empty();
  }

  /** Text in quotes, or what others write without them. */
  static String text(MultiMap headers, String name) {
    String value = single(headers, name);
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private static String single(MultiMap headers, String name) {
    return headers.getAll(name).size() == 1 ? headers.get(name).strip() : "";
  }
}
