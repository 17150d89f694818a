package io.earshot.ingest.chat.table;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.chat.notation.Stamp;
import io.earshot.ingest.chat.notation.TimeFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mapping bound to the columns of one table. */
final class Columns {
  /** The last instant of the year 9999: larger numbers are no times. */
  private static final long MAX_EPOCH_MS = 253_402_300_799_999L;

  private static final long FIRST_MS_STAMP = 100_000_000_000L;

  /** Columns that hold roles and nothing else. */
  private static final Pattern ROLES = Pattern.compile("(?iu).*(?:role|type|角色|类型|類型)\\s*");

  /** How tables say yes. */
  private static final Set<String> TRUE =
      Set.of("true", "t", "yes", "y", "1", "internal", "private", "是", "内部", "真");

  private final ColumnMapping mapping;
  private final ReadingContext context;
  private final Optional<TimeFormat> format;
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * Binds a mapping.
   *
   * @param header the first row's cells; empty when the table has no header
   * @throws EarshotException of kind BAD_INPUT when the table has no such columns
   */
  Columns(ColumnMapping mapping, List<String> header, ReadingContext context) {
    this.mapping = mapping;
    this.context = context;
    this.format = mapping.timePattern().map(TimeFormat::of);
    mapping
        .columns()
        .forEach(
            (what, column) -> position(column, header).ifPresent(at -> positions.put(what, at)));
    refuseIfMissing(header);
  }

  private static Optional<Integer> position(String column, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(column.strip())) {
        return Optional.of(i);
      }
    }
    return column.matches("[1-9]\\d{0,3}")
        ? Optional.of(Integer.parseInt(column) - 1)
        : Optional.empty();
  }

  /** Whether a header has the columns of speaker and text, by their names or numbers. */
  static boolean fit(ColumnMapping mapping, List<String> header) {
    return Stream.of(ColumnMapping.SPEAKER, ColumnMapping.TEXT)
        .allMatch(what -> position(mapping.columns().get(what), header).isPresent());
  }

  private void refuseIfMissing(List<String> header) {
    String missing =
        mapping.columns().entrySet().stream()
            .filter(entry -> !positions.containsKey(entry.getKey()))
            .map(entry -> "'" + entry.getValue() + "'")
            .sorted()
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw EarshotException.badInput(
          "none of the %d columns is called %s; mend the mapping"
              .formatted(header.size(), missing));
    }
  }

  /** The session the row belongs to; empty when the table is one conversation. */
  String session(List<String> cells) {
    if (!positions.containsKey(ColumnMapping.CONVERSATION)) {
      return "";
    }
    return cell(cells, ColumnMapping.CONVERSATION)
        .orElseThrow(() -> EarshotException.badInput("the conversation column is empty"));
  }

  /** Who said it, as the table calls him. */
  String who(List<String> cells) {
    return cell(cells, ColumnMapping.SPEAKER)
        .orElseThrow(() -> EarshotException.badInput("the speaker column is empty"));
  }

  /**
   * The role of who said it; empty for a name.
   *
   * @throws EarshotException of kind BAD_INPUT when it is neither, since the column holds roles or
   *     the mapping lists who there is
   */
  Optional<Speaker> role(String who) {
    Map<String, Speaker> listed = mapping.speakers();
    Optional<Speaker> role =
        Optional.ofNullable(listed.get(who))
            .or(() -> listed.isEmpty() ? label(who) : Roles.speaker(who));
    boolean roles =
        !listed.isEmpty() || ROLES.matcher(mapping.columns().get(ColumnMapping.SPEAKER)).matches();
    if (role.isEmpty() && roles) {
      throw EarshotException.badInput(
          "the speaker column holds a value that is no role and not under 'speakers'");
    }
    return role;
  }

  private static Optional<Speaker> label(String value) {
    return Roles.label(value).map(Roles.Label::speaker);
  }

  /** Whether only the staff could see it. */
  boolean internal(List<String> cells) {
    return cell(cells, ColumnMapping.INTERNAL)
        .filter(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /** What was said; empty for a row without text. */
  String text(List<String> cells) {
    int position = positions.get(ColumnMapping.TEXT);
    if (position >= cells.size()) {
      throw EarshotException.badInput(
          "there are %d columns, the text is expected in column %d"
              .formatted(cells.size(), position + 1));
    }
    return cells.get(position);
  }

  /** When it was said; empty when the row does not say. */
  Optional<Instant> time(List<String> cells) {
    Optional<String> value = cell(cells, ColumnMapping.TIME);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time = parse(value.get());
    if (time.isEmpty()) {
      throw EarshotException.badInput(
          mapping.timeFormat().isEmpty()
              ? "the time can't be read; set time_format in the mapping"
              : "the time does not fit the time_format '%s'".formatted(mapping.timeFormat()));
    }
    return time;
  }

  private Optional<Instant> parse(String value) {
    return switch (mapping.timeFormat()) {
      case "" -> Stamp.parse(value).map(this::instant).or(() -> epoch(value));
      case ColumnMapping.EPOCH_MS -> number(value).flatMap(Columns::ofMillis);
      case ColumnMapping.EPOCH_S -> number(value).flatMap(s -> ofMillis(s * 1000));
      default -> format.flatMap(one -> one.parse(value, context.zone(), context.day()));
    };
  }

  private Instant instant(Stamp stamp) {
    return stamp.at(context.day(), context.zone());
  }

  private static Optional<Instant> epoch(String value) {
    return number(value).flatMap(n -> ofMillis(n >= FIRST_MS_STAMP ? n : n * 1000));
  }

  private static Optional<Long> number(String value) {
    return value.matches("\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of((long) Double.parseDouble(value))
        : Optional.empty();
  }

  private static Optional<Instant> ofMillis(long ms) {
    return ms <= MAX_EPOCH_MS ? Optional.of(Instant.ofEpochMilli(ms)) : Optional.empty();
  }

  /** The attributes that the row has. */
  Map<String, String> attributes(List<String> cells) {
    Map<String, String> attributes = new HashMap<>();
    for (String what : positions.keySet()) {
      switch (what) {
        case ColumnMapping.CONVERSATION,
            ColumnMapping.SPEAKER,
            ColumnMapping.TEXT,
            ColumnMapping.INTERNAL,
            ColumnMapping.TIME -> {}
        default -> cell(cells, what).ifPresent(value -> attributes.put(what, value));
      }
    }
    return attributes;
  }

  private Optional<String> cell(List<String> cells, String what) {
    Integer position = positions.get(what);
    if (position == null || position >= cells.size()) {
      return Optional.empty();
    }
    String value = cells.get(position).strip();
    return value.isEmpty() || mapping.emptyValues().contains(value)
        ? Optional.empty()
        : Optional.of(value);
  }
}
