package io.earshot.ingest.chat;

import io.earshot.config.Section;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.notation.TimeFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which column of a table holds what. A column is named as in the header or counted from 1.
 *
 * @param delimiter between columns
 * @param quoted whether double quotes enclose values
 * @param header whether the first row names the columns
 * @param charset of the file; empty to find out
 * @param columns by what they hold: {@link #CONVERSATION}, {@link #SPEAKER}, {@link #TEXT}, {@link
 *     #TIME}, and the attributes by their names
 * @param timeFormat a {@link DateTimeFormatter} pattern, {@link #EPOCH_MS} or {@link #EPOCH_S};
 *     empty for the usual forms
 * @param speakers the values of the speaker column
 * @param emptyValues values that mean that there is none
 * @param language of the conversations; empty when not known
 * @param channel of the conversations
 */
public record ColumnMapping(
    char delimiter,
    boolean quoted,
    boolean header,
    Optional<Charset> charset,
    Map<String, String> columns,
    String timeFormat,
    Map<String, Speaker> speakers,
    List<String> emptyValues,
    String language,
    Channel channel) {

  public static final String CONVERSATION = "conversation";
  public static final String SPEAKER = "speaker";
  public static final String TEXT = "text";
  public static final String TIME = "time";

  /** A column that says whether a message is for the staff only. */
  public static final String INTERNAL = "internal";

  public static final String EPOCH_MS = "epoch_ms";
  private static final String TIME_FORMATS =
      "a pattern such as yyyy-MM-dd HH:mm:ss, or epoch_ms or epoch_s";
  public static final String EPOCH_S = "epoch_s";

  public ColumnMapping {
    columns = Map.copyOf(columns);
    speakers = Map.copyOf(speakers);
    emptyValues = List.copyOf(emptyValues);
  }

  /**
   * Reads a mapping file.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED naming every problem
   */
  public static ColumnMapping load(Path file) {
    Section section = Section.load(file);
    ColumnMapping mapping = from(section);
    section.verify();
    return mapping;
  }

  /** Reads a mapping; problems are noted in the section. */
  public static ColumnMapping from(Section section) {
    boolean tabs =
        section
            .parsed("format", "csv or tsv", oneOf(Map.of("csv", false, "tsv", true)))
            .orElse(false);
    Map<String, String> columns = columns(section);
    ColumnMapping mapping =
        new ColumnMapping(
            section
                .parsed("delimiter", "one character", ColumnMapping::single)
                .orElse(tabs ? '\t' : ','),
            section.flag("quote", !tabs),
            section.flag("header", true),
            section.parsed(
                "encoding", "a character set", name -> Optional.of(Charset.forName(name))),
            columns,
            section.parsed("time_format", TIME_FORMATS, ColumnMapping::timeFormat).orElse(""),
            speakers(section.section("speakers")),
            section.texts("empty_values"),
            section.text("language", ""),
            section.parsed("channel", "call or chat", channels()).orElse(Channel.CHAT));
    mapping.checkNumbers(section);
    return mapping;
  }

  private static <T> Function<String, Optional<T>> oneOf(Map<String, T> values) {
    return text -> Optional.ofNullable(values.get(text));
  }

  private static Function<String, Optional<Channel>> channels() {
    return oneOf(Map.of("call", Channel.CALL, "chat", Channel.CHAT));
  }

  private static Optional<Character> single(String text) {
    return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
  }

  private static Map<String, String> columns(Section section) {
    Map<String, String> columns = new HashMap<>();
    Section attributes = section.section("attributes");
    for (String name : attributes.keys()) {
      attributes.text(name).ifPresent(column -> columns.put(name, column));
    }
    for (String key : List.of(CONVERSATION, TIME, INTERNAL, "agent", "customer")) {
      section.text(key).ifPresent(column -> columns.put(key, column));
    }
    columns.put(SPEAKER, section.required(SPEAKER));
    columns.put(TEXT, section.required(TEXT));
    return columns;
  }

  private static Map<String, Speaker> speakers(Section section) {
    Map<String, Speaker> speakers = new HashMap<>();
    for (String value : section.keys()) {
      section
          .parsed(value, "agent, customer, system or unknown", ColumnMapping::speaker)
          .ifPresent(speaker -> speakers.put(value, speaker));
    }
    return speakers;
  }

  private static Optional<Speaker> speaker(String code) {
    return Arrays.stream(Speaker.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** The pattern of times, where they have one. */
  public Optional<String> timePattern() {
    boolean none = List.of("", EPOCH_MS, EPOCH_S).contains(timeFormat);
    return none ? Optional.empty() : Optional.of(timeFormat);
  }

  private static Optional<String> timeFormat(String text) {
    boolean epoch = text.equals(EPOCH_MS) || text.equals(EPOCH_S);
    boolean usable = epoch || text.isEmpty() || TimeFormat.of(text) != null;
    return usable ? Optional.of(text) : Optional.empty();
  }

  private void checkNumbers(Section section) {
    if (!header) {
      columns.forEach(
          (key, column) -> {
            if (!column.isEmpty() && !column.matches("[1-9]\\d{0,3}")) {
              section.problem(key, "must be a column's number, for there is no header");
            }
          });
    }
  }
}
