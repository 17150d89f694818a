package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What a file's name tells about its conversation.
 *
 * @param attributes by name
 * @param startedAt when it began, if the name says so
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record NameFacts(Map<String, String> attributes, Optional<Instant> startedAt) {

  /** Asks each pattern; the first that knows a fact is believed. */
  static NameFacts of(String fileName, List<FileNamePattern> patterns, ZoneId zone) {
    String stem = stem(fileName);
    Map<String, String> attributes = new HashMap<>();
    Optional<Instant> startedAt = Optional.empty();
    for (FileNamePattern pattern : patterns) {
      Matcher matcher = pattern.pattern().matcher(stem);
      if (!matcher.find()) {
        continue;
      }
      for (String group : pattern.groups()) {
        String value = matcher.group(group);
        if (value == null || value.isBlank()) {
          continue;
        }
        if (!group.equals(FileNamePattern.DATETIME)) {
          attributes.putIfAbsent(snakeCase(group), value.strip());
        } else if (startedAt.isEmpty()) {
          startedAt = pattern.instant(value, zone);
        }
      }
    }
    return new NameFacts(attributes, startedAt);
  }

  /** The facts that hold for each of many conversations in the file, too. */
  Map<String, String> shared() {
    Map<String, String> shared = new HashMap<>(attributes);
    shared.remove(Conversation.CALL_ID);
    return shared;
  }

  static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  private static String snakeCase(String group) {
    return group.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
