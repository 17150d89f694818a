package io.earshot.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the lower-case names under which enum constants appear outside. */
final class Codes {
  private Codes() {}

  static <E extends Enum<E>> E parse(Class<E> type, String code) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(code)) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw EarshotException.badInput(
        "Unknown %s '%s': use one of %s"
            .formatted(type.getSimpleName().toLowerCase(Locale.ROOT), code, known));
  }
}
