package io.earshot.config;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables in values: <code>${NAME}</code> or <code>${NAME:default}</code>. */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

  private Variables() {}

  /** Fills them in; one without value and default is a problem, and empty. */
  static String expand(String text, Consumer<String> problems) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = System.getenv(match.group(1));
              if (value == null && match.group(2) == null) {
                problems.accept("environment variable %s is not set".formatted(match.group(1)));
              }
              return Matcher.quoteReplacement(
                  value != null ? value : Optional.ofNullable(match.group(2)).orElse(""));
            });
  }
}
