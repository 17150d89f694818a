package io.earshot.ingest;

import io.earshot.config.Section;
import io.earshot.ingest.chat.TimeFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of files may tell: a regular expression searched for in the name without its
 * ending. Its named groups become attributes, {@code callId} as {@code call_id}; the group {@code
 * datetime} is when the conversation began.
 *
 * @param pattern to search for
 * @param groups the names of its groups
 * @param datetime a {@link DateTimeFormatter} pattern; empty when the name tells no time
 */
public record FileNamePattern(Pattern pattern, List<String> groups, String datetime) {
  static final String DATETIME = "datetime";
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  public FileNamePattern {
    groups = List.copyOf(groups);
  }

  static FileNamePattern of(String regex, String datetime) {
    List<String> groups = new ArrayList<>();
    Matcher matcher = GROUP.matcher(regex);
    while (matcher.find()) {
      groups.add(matcher.group(1));
    }
    return new FileNamePattern(Pattern.compile(regex), groups, datetime);
  }

  /** Reads one pattern; empty when it is wrong, which is noted in the section. */
  static Optional<FileNamePattern> from(Section section) {
    Optional<String> datetime =
        section.parsed(
            DATETIME, "a pattern such as yyyy-MM-dd'T'HH-mm-ss", FileNamePattern::checked);
    Optional<FileNamePattern> pattern =
        section.parsed(
            "pattern",
            "a regular expression with named groups",
            regex -> Optional.of(of(regex, datetime.orElse(""))));
    if (section.required("pattern").isEmpty() || pattern.isEmpty()) {
      return Optional.empty();
    }
    if (pattern.get().groups().isEmpty()) {
      section.problem("pattern", "must have a named group such as (?<agent>...)");
    }
    if (pattern.get().groups().contains(DATETIME) && datetime.isEmpty()) {
      section.problem("pattern", "has a group datetime: say its format in 'datetime'");
    }
    return pattern;
  }

  private static Optional<String> checked(String format) {
    return TimeFormat.of(format) == null ? Optional.empty() : Optional.of(format);
  }

  /** The instant a name tells; empty when it is no possible time. */
  Optional<Instant> instant(String text, ZoneId zone) {
    return TimeFormat.of(datetime).parse(text, zone, LocalDate.EPOCH);
  }

  /**
   * The kinds in wide use. First that of Amazon's post-call-analytics samples, whose pieces stand
   * in any order; then that of Asterisk and FreePBX, direction-called-calling-date-time-uniqueid;
   * then dates as people write them.
   */
  static List<FileNamePattern> usual() {
    String piece = "(?<=^|_)%s_(?<%s>[^_]+?)(?=_|$)";
    String unique = "(?<datetime>\\d{8}-\\d{6})-(?<callId>\\d{9,}\\.\\d+)";
    String day = "(?<!\\d)(?<datetime>(?:19|20)\\d{2}%s\\d{2}%s\\d{2}";
    return List.of(
        of(piece.formatted("GUID", "callId"), ""),
        of(piece.formatted("AGENT", "agent"), ""),
        of(piece.formatted("CUST", "customer"), ""),
        of(piece.formatted("QUEUE", "queue"), ""),
        of(
            "DATETIME_(?<datetime>\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{3}-\\d{2}-\\d{2}-\\d{4})",
            "HH.mm.ss.SSS-MM-dd-uuuu"),
        of("^(?:out|force)-(?<customer>[^-]+)-(?<agent>[^-]+)-" + unique, "uuuuMMdd-HHmmss"),
        of("^(?:exten|rg)-(?<agent>[^-]+)-(?<customer>[^-]+)-" + unique, "uuuuMMdd-HHmmss"),
        of("^q-(?<queue>[^-]+)-(?<customer>[^-]+)-" + unique, "uuuuMMdd-HHmmss"),
        of("^(?:in|external)-(?<dialled>[^-]+)-(?<customer>[^-]+)-" + unique, "uuuuMMdd-HHmmss"),
        of("-" + unique + "$", "uuuuMMdd-HHmmss"),
        of(day.formatted("-", "-") + "T\\d{2}:\\d{2}:\\d{2}Z)", "uuuu-MM-dd'T'HH:mm:ssX"),
        of(day.formatted("-", "-") + "T\\d{2}_\\d{2}_\\d{2}Z)", "uuuu-MM-dd'T'HH_mm_ssX"),
        of(day.formatted("-", "-") + "T\\d{2}-\\d{2}-\\d{2})", "uuuu-MM-dd'T'HH-mm-ss"),
        of(day.formatted("-", "-") + "[_ ]\\d{2}-\\d{2}-\\d{2})", "uuuu-MM-dd[_][ ]HH-mm-ss"),
        of(day.formatted("", "") + "[-_T]\\d{6})(?!\\d)", "uuuuMMdd[-]['_']['T']HHmmss"),
        of(day.formatted("", "") + "\\d{6})(?!\\d)", "uuuuMMddHHmmss"),
        of(day.formatted("-", "-") + ")(?!\\d)", "uuuu-MM-dd"),
        of(day.formatted("_", "_") + ")(?!\\d)", "uuuu_MM_dd"),
        of(day.formatted("", "") + ")(?!\\d)", "uuuuMMdd"));
  }
}
