package io.earshot.ingest.chat.lines;

import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.chat.notation.Stamp;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins a turn.
 *
 * @param label who speaks
 * @param stamp when, if the line says so
 * @param text what follows on this line
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record SpokenLine(Roles.Label label, Optional<Stamp> stamp, String text) {
  private static final int MAX_LABEL = 80;

  private static final String STAMP = "[\\[(（【]?(?<stamp>" + Stamp.PATTERN + ")[])）】]?";
  private static final String LABEL = "(?<label>[^:：\\[\\]【】\\t]{1," + MAX_LABEL + "}?)";
  private static final String COLON = "\\s{0,4}(?:\\*\\*)?[:：](?:\\*\\*)?\\s{0,4}";

  /** {@code [10:03:12] Agent: text}. */
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "\\s{0,8}" + STAMP + "[\\s,|–-]{0,4}" + LABEL + COLON + "(?<text>.*)", Pattern.DOTALL);

  /** {@code Agent [10:03:12]: text}. */
  private static final Pattern TIME_SECOND =
      Pattern.compile(
          "\\s{0,8}" + LABEL + "[\\s,|–-]{0,4}" + STAMP + COLON + "(?<text>.*)", Pattern.DOTALL);

  /** {@code Agent: text}. */
  private static final Pattern NO_TIME =
      Pattern.compile("\\s{0,8}" + LABEL + COLON + "(?<text>.*)", Pattern.DOTALL);

  /** {@code 客服小李 2026-01-02 10:11:12}, the text on the lines below. */
  private static final Pattern HEADING =
      Pattern.compile("\\s{0,8}" + LABEL + "\\s{1,4}" + STAMP + "\\s{0,8}(?<text>)");

  static Optional<SpokenLine> parse(String line) {
    return parse(line, Roles::label);
  }

  /** Reads a line; {@code labels} knows the roles and perhaps more names. */
  static Optional<SpokenLine> parse(String line, Function<String, Optional<Roles.Label>> labels) {
    return match(TIME_FIRST, line, labels)
        // Before the next, which would take the seconds of the heading for the text.
        .or(() -> match(HEADING, line, labels))
        .or(() -> match(TIME_SECOND, line, labels))
        .or(() -> match(NO_TIME, line, labels));
  }

  private static Optional<SpokenLine> match(
      Pattern pattern, String line, Function<String, Optional<Roles.Label>> labels) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean hasStamp = pattern != NO_TIME;
    Optional<Stamp> stamp = hasStamp ? Stamp.parse(matcher.group("stamp")) : Optional.empty();
    if (hasStamp && stamp.isEmpty()) {
      return Optional.empty();
    }
    return labels
        .apply(matcher.group("label"))
        .map(label -> new SpokenLine(label, stamp, matcher.group("text")));
  }
}
