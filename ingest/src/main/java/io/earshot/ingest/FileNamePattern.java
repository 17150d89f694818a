package io.earshot.ingest;

import io.earshot.config.Section;
import io.earshot.ingest.chat.notation.TimeFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of files may tell: a regular expression searched for in the name without its
 * ending, or in the path. Its named groups become attributes, {@code callId} as {@code call_id};
 * the group {@code datetime} is when the conversation began.
 *
 * @param name for people, who want to know why a call has this agent
 * @param pattern to search for
 * @param groups the names of its groups
 * @param datetime a {@link DateTimeFormatter} pattern or {@code epoch_s}; empty when the name tells
 *     no time
 * @param inPath whether it is searched for in the folders and the name, as {@code /a/b/name}
 * @param sets attributes that a match alone tells
 */
public record FileNamePattern(
    String name,
    Pattern pattern,
    List<String> groups,
    String datetime,
    boolean inPath,
    Map<String, String> sets) {
  static final String DATETIME = "datetime";
  private static final String EPOCH_SECONDS = "epoch_s";
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  public FileNamePattern {
    groups = List.copyOf(groups);
    sets = Map.copyOf(sets);
  }

  static FileNamePattern of(String name, String regex, String datetime) {
    List<String> groups = new ArrayList<>();
    Matcher matcher = GROUP.matcher(regex);
    while (matcher.find()) {
      groups.add(matcher.group(1));
    }
    return new FileNamePattern(name, Pattern.compile(regex), groups, datetime, false, Map.of());
  }

  FileNamePattern ofPath() {
    return new FileNamePattern(name, pattern, groups, datetime, true, sets);
  }

  FileNamePattern setting(Map<String, String> attributes) {
    return new FileNamePattern(name, pattern, groups, datetime, inPath, attributes);
  }

  /** Reads one pattern; empty when it is wrong, which is noted in the section. */
  static Optional<FileNamePattern> from(Section section) {
    Optional<String> datetime =
        section.parsed(
            DATETIME,
            "a pattern such as yyyy-MM-dd'T'HH-mm-ss, or epoch_s",
            FileNamePattern::checked);
    Map<String, String> sets = sets(section.section("set"));
    Optional<FileNamePattern> path = regex(section, "path", datetime).map(FileNamePattern::ofPath);
    Optional<FileNamePattern> pattern = path.or(() -> regex(section, "pattern", datetime));
    String key = path.isPresent() ? "path" : "pattern";
    if (pattern.isEmpty()) {
      section.required(key);
      return Optional.empty();
    }
    if (pattern.get().groups().isEmpty() && sets.isEmpty()) {
      section.problem(key, "must have a named group such as (?<agent>...), or 'set' beside it");
    }
    if (pattern.get().groups().contains(DATETIME) && datetime.isEmpty()) {
      section.problem(key, "has a group datetime: say its format in 'datetime'");
    }
    return pattern.map(found -> found.setting(sets));
  }

  private static Optional<FileNamePattern> regex(
      Section section, String key, Optional<String> datetime) {
    return section.parsed(
        key,
        "a regular expression with named groups",
        regex -> Optional.of(of(section.text("name", regex), regex, datetime.orElse(""))));
  }

  private static Map<String, String> sets(Section section) {
    Map<String, String> sets = new LinkedHashMap<>();
    section.keys().forEach(key -> section.text(key).ifPresent(value -> sets.put(key, value)));
    return sets;
  }

  private static Optional<String> checked(String format) {
    boolean usable = format.equals(EPOCH_SECONDS) || TimeFormat.of(format) != null;
    return usable ? Optional.of(format) : Optional.empty();
  }

  /** The instant a name tells; empty when it is no possible time. */
  Optional<Instant> instant(String text, ZoneId zone) {
    if (datetime.equals(EPOCH_SECONDS)) {
      return text.matches("\\d{1,11}")
          ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
          : Optional.empty();
    }
    return TimeFormat.of(datetime).parse(text, zone, LocalDate.EPOCH);
  }

  /** The kinds in wide use. */
  static List<FileNamePattern> usual() {
    return UsualNames.PATTERNS;
  }
}
