package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import io.earshot.ingest.facts.Fact;
import io.earshot.ingest.facts.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What a file's name tells about its conversation.
 *
 * @param facts each with the pattern that found it
 */
record NameFacts(Facts facts) {
  private static final int FOLDERS = 6;

  /** Asks each pattern of names; the first that knows a fact is believed. */
  static NameFacts of(String fileName, List<FileNamePattern> patterns, ZoneId zone) {
    return of(Path.of(""), fileName, patterns, zone);
  }

  /**
   * The same with the patterns of paths.
   *
   * @param folder in which the file lies
   */
  static NameFacts of(Path folder, String fileName, List<FileNamePattern> patterns, ZoneId zone) {
    String stem = stem(fileName);
    String path = path(folder, stem);
    Facts facts = new Facts();
    for (FileNamePattern pattern : patterns) {
      offer(pattern, pattern.inPath() ? path : stem, zone, facts);
    }
    return new NameFacts(facts);
  }

  private static void offer(FileNamePattern pattern, String text, ZoneId zone, Facts facts) {
    Matcher matcher = pattern.pattern().matcher(BoundedText.of(text));
    try {
      if (!matcher.find()) {
        return;
      }
    } catch (BoundedText.TooMuch e) {
      return; // such a name is not of the kind that the pattern is for
    }
    String origin = "name: " + pattern.name();
    for (String group : pattern.groups()) {
      String value = Optional.ofNullable(matcher.group(group)).orElse("");
      if (group.equals(FileNamePattern.DATETIME)) {
        pattern
            .instant(value, zone)
            .ifPresent(at -> facts.offer(Fact.STARTED_AT, at.toString(), origin));
      } else {
        facts.offer(snakeCase(group), value, origin);
      }
    }
    pattern.sets().forEach((name, value) -> facts.offer(name, value, origin));
  }

  private static String path(Path folder, String stem) {
    Deque<String> parts = new ArrayDeque<>(List.of(stem));
    for (Path at = folder; at != null && at.getFileName() != null; at = at.getParent()) {
      if (parts.size() > FOLDERS) {
        break;
      }
      parts.addFirst(at.getFileName().toString());
    }
    return "/" + String.join("/", parts);
  }

  Map<String, String> attributes() {
    return facts.attributes();
  }

  /** When it began, if the name says so. */
  Optional<Instant> startedAt() {
    return facts.startedAt();
  }

  /** The facts that hold for each of many conversations in the file, too. */
  Map<String, String> shared() {
    return shared(facts);
  }

  /** Those of any facts that hold for each of many conversations. */
  static Map<String, String> shared(Facts facts) {
    Map<String, String> shared = new HashMap<>(facts.attributes());
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
