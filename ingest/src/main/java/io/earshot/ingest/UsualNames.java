package io.earshot.ingest;

import io.earshot.ingest.facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How recorders name their files: Amazon's post-call-analytics samples, whose pieces stand in any
 * order; Asterisk with FreePBX and Issabel; FreeSWITCH with FusionPBX; then dates as people write
 * them.
 */
final class UsualNames {
  private static final String STAMP = "uuuuMMdd-HHmmss";
  private static final String UNIQUE = "(?<datetime>\\d{8}-\\d{6})-(?<callId>\\d{9,}\\.\\d+)";
  private static final String NUMBER = "\\+?\\d{6,15}";
  private static final String EXTENSION = "\\d{2,5}";
  private static final String OF_CALLS = "(?:(?:电话|電話|通话|通話)?(?:录音|錄音|记录|記錄)?)";
  private static final Map<String, String> INBOUND = Map.of(Fact.DIRECTION, "inbound");
  private static final Map<String, String> OUTBOUND = Map.of(Fact.DIRECTION, "outbound");
  private static final Map<String, String> INTERNAL = Map.of(Fact.DIRECTION, "internal");

  static final List<FileNamePattern> PATTERNS = all();

  private UsualNames() {}

  private static List<FileNamePattern> all() {
    List<FileNamePattern> patterns = new ArrayList<>();
    patterns.addAll(pieces());
    patterns.addAll(asterisk());
    patterns.addAll(freeSwitch());
    patterns.addAll(directions());
    patterns.addAll(dates());
    return List.copyOf(patterns);
  }

  private static List<FileNamePattern> pieces() {
    String piece = "(?<=^|_)%s_(?<%s>[^_]+?)(?=_|$)";
    String name = "pieces such as _AGENT_x_";
    return List.of(
        FileNamePattern.of(name, piece.formatted("GUID", "callId"), ""),
        FileNamePattern.of(name, piece.formatted("AGENT", "agent"), ""),
        FileNamePattern.of(name, piece.formatted("CUST", "customer"), ""),
        FileNamePattern.of(name, piece.formatted("QUEUE", "queue"), ""),
        FileNamePattern.of(
            name,
            "DATETIME_(?<datetime>\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{3}-\\d{2}-\\d{2}-\\d{4})",
            "HH.mm.ss.SSS-MM-dd-uuuu"));
  }

  /** Direction, who was called, who called, date, time, the channel's id. */
  private static List<FileNamePattern> asterisk() {
    return List.of(
        asterisk("(?:out|force)-(?<customer>[^-]+)-(?<agent>[^-]+)-").setting(OUTBOUND),
        asterisk("(?:exten|internal)-[^-]+-" + EXTENSION + "-").setting(INTERNAL),
        asterisk("(?:exten|rg)-(?<agent>[^-]+)-(?<customer>[^-]+)-").setting(INBOUND),
        asterisk("q-(?<queue>[^-]+)-(?<customer>[^-]+)-").setting(INBOUND),
        asterisk("(?:in|external)-(?<dialled>[^-]+)-(?<customer>[^-]+)-").setting(INBOUND),
        asterisk("out(?<agent>\\d+)-").setting(OUTBOUND),
        asterisk("q(?<queue>\\d+)-").setting(INBOUND),
        asterisk("(?:in|g)(?<agent>\\d+)-").setting(INBOUND),
        FileNamePattern.of("asterisk", "(?<=-|^)" + UNIQUE + "$", STAMP),
        FileNamePattern.of("asterisk", "^(?<callId>(?<datetime>1\\d{9})\\.\\d{1,9})$", "epoch_s"));
  }

  private static FileNamePattern asterisk(String start) {
    return FileNamePattern.of("asterisk", "^(?i:" + start + ")" + UNIQUE, STAMP);
  }

  /** A day a folder, the channel's UUID; or time, who was called, who called. */
  private static List<FileNamePattern> freeSwitch() {
    String time = "^(?<datetime>\\d{4}-\\d{2}-\\d{2}-\\d{2}-\\d{2}-\\d{2})_";
    String format = "uuuu-MM-dd-HH-mm-ss";
    String hex = "[0-9a-fA-F]";
    return List.of(
        FileNamePattern.of(
                "freeswitch",
                time + "(?<agent>" + EXTENSION + ")_(?<customer>" + NUMBER + ")$",
                format)
            .setting(INBOUND),
        FileNamePattern.of(
                "freeswitch",
                time + "(?<customer>" + NUMBER + ")_(?<agent>" + EXTENSION + ")$",
                format)
            .setting(OUTBOUND),
        FileNamePattern.of("freeswitch", time + "(?<dialled>[^_]+)_(?<caller>[^_]+)$", format),
        FileNamePattern.of(
            "uuid",
            "(?<!%1$s)(?<callId>%1$s{8}-(?:%1$s{4}-){3}%1$s{12})(?!%1$s)".formatted(hex),
            ""));
  }

  /**
   * Words that stand for themselves, short ones before a number only: "in-house" is no direction.
   */
  private static List<FileNamePattern> directions() {
    String alone = "(?<!\\p{IsHan})(?:去电|去電|拨出|撥出)" + OF_CALLS + "?(?!\\p{IsHan})";
    return List.of(
        direction("呼入|拨入|撥入|来电(?!显示)|來電(?!顯示)|" + latin("inbound|incoming")).setting(INBOUND),
        direction("呼出|外呼|" + alone + "|" + latin("outbound|outgoing")).setting(OUTBOUND),
        direction("(?:^|(?<=\\d[-_.]))in[-_.](?=\\+?\\d)").setting(INBOUND),
        direction("(?:^|(?<=\\d[-_.]))out[-_.](?=\\+?\\d)").setting(OUTBOUND),
        FileNamePattern.of("folders by direction", folderByDirection(), "").ofPath());
  }

  private static FileNamePattern direction(String regex) {
    return FileNamePattern.of("direction", "(?i:" + regex + ")", "");
  }

  private static String latin(String words) {
    return "(?<![a-z])(?:" + words + ")(?![a-z])";
  }

  /** The nearest one. "in" and "incoming" alone are more often where files are dropped. */
  private static String folderByDirection() {
    String latin = "inbound|outbound|(?:incoming|outgoing)(?=[-_ ]?calls?/)";
    return "^.*/(?i:(?<direction>呼入|呼出|外呼|来电|來電|去电|去電|拨入|撥入|拨出|撥出|%s)(?:[-_ ]?(?:calls?|recordings?)|%s)?)/"
        .formatted(latin, OF_CALLS);
  }

  private static List<FileNamePattern> dates() {
    String day = "(?<!\\d)(?<datetime>(?:19|20)\\d{2}%s\\d{2}%s\\d{2}";
    String dashed = day.formatted("-", "-");
    String plain = day.formatted("", "");
    return List.of(
        date(dashed + "T\\d{2}:\\d{2}:\\d{2}Z)", "uuuu-MM-dd'T'HH:mm:ssX"),
        date(dashed + "T\\d{2}_\\d{2}_\\d{2}Z)", "uuuu-MM-dd'T'HH_mm_ssX"),
        date(dashed + "T\\d{2}-\\d{2}-\\d{2})", "uuuu-MM-dd'T'HH-mm-ss"),
        date(dashed + "[_ ]\\d{2}-\\d{2}-\\d{2})", "uuuu-MM-dd[_][ ]HH-mm-ss"),
        date(dashed + "-\\d{2}-\\d{2}-\\d{2})(?!\\d)", "uuuu-MM-dd-HH-mm-ss"),
        date(plain + "[-_T]\\d{6})(?!\\d)", "uuuuMMdd[-]['_']['T']HHmmss"),
        date(plain + "\\d{6})(?!\\d)", "uuuuMMddHHmmss"),
        date(dashed + ")(?!\\d)", "uuuu-MM-dd"),
        date(day.formatted("_", "_") + ")(?!\\d)", "uuuu_MM_dd"),
        date(plain + ")(?!\\d)", "uuuuMMdd"),
        folders("[A-Z][a-z]{2}", "uuuu/MMM/dd"),
        folders("\\d{2}", "uuuu/MM/dd"));
  }

  private static FileNamePattern date(String regex, String format) {
    return FileNamePattern.of("date", regex, format);
  }

  private static FileNamePattern folders(String month, String format) {
    String regex = "/(?<datetime>(?:19|20)\\d{2}/" + month + "/\\d{2})/[^/]*$";
    return FileNamePattern.of("folders by date", regex, format).ofPath();
  }
}
