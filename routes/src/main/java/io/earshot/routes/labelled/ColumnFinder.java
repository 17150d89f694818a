package io.earshot.routes.labelled;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.table.PlainTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds columns by what the user calls them, or by the names they usually have. */
final class ColumnFinder {
  static final List<String> TEXTS =
      List.of(
          "text",
          "utterance",
          "sentence",
          "content",
          "query",
          "message",
          "question",
          "文本",
          "内容",
          "句子",
          "话语");
  static final List<String> LABELS =
      List.of(
          "label",
          "intent",
          "category",
          "sentiment",
          "emotion",
          "class",
          "target",
          "rating",
          "标签",
          "类别",
          "意图",
          "情感",
          "情绪");
  static final List<String> CONTEXTS =
      List.of("context", "history", "before", "previous", "上文", "上下文", "历史");
  static final List<String> DIALOGUES =
      List.of(
          "dialogue_id",
          "dialog_id",
          "conversation_id",
          "session_id",
          "call_id",
          "dialogue",
          "dialog",
          "conversation",
          "session",
          "会话id",
          "对话id",
          "会话",
          "对话");
  static final List<String> SPEAKERS =
      List.of("speaker", "role", "sender", "party", "角色", "说话人", "发送者");

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

  private final String file;
  private final PlainTable table;
  private final boolean headed;

  ColumnFinder(String file, PlainTable table) {
    this.file = file;
    this.table = table;
    this.headed =
        table.named()
            || Stream.of(TEXTS, LABELS, CONTEXTS, DIALOGUES, SPEAKERS)
                .flatMap(List::stream)
                .anyMatch(name -> place(name).isPresent());
  }

  /** Whether the first row is names: it holds one of the usual names, or the one asked for. */
  boolean headed(Stream<Optional<String>> asked) {
    return headed
        || asked
            .flatMap(Optional::stream)
            .anyMatch(name -> !NUMBER.matcher(name).matches() && place(name).isPresent());
  }

  /** The column asked for, or else the first of the usual ones that is there. */
  OptionalInt find(Optional<String> asked, List<String> usual) {
    if (asked.isPresent()) {
      return OptionalInt.of(named(asked.get()));
    }
    return usual.stream()
        .map(this::place)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** The same of a column that must be there. */
  int require(Optional<String> asked, List<String> usual, String option) {
    return find(asked, usual)
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "%s: say which column it is with %s NAME or NUMBER; there are %s"
                        .formatted(file, option, columns())));
  }

  private int named(String name) {
    OptionalInt place = place(name);
    if (place.isPresent()) {
      return place.getAsInt();
    }
    int width = table.rows().stream().limit(100).mapToInt(r -> r.cells().size()).max().orElse(0);
    if (NUMBER.matcher(name).matches() && Integer.parseInt(name) <= width) {
      return Integer.parseInt(name) - 1;
    }
    throw EarshotException.misconfigured(
        "%s has no column '%s'; there are %s".formatted(file, name, columns()));
  }

  private OptionalInt place(String name) {
    String wanted = plain(name);
    return IntStream.range(0, table.header().size())
        .filter(i -> plain(table.header().get(i)).equals(wanted))
        .findFirst();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private String columns() {
    if (!headed) {
      return "%d columns without names".formatted(table.header().size());
    }
    return table.header().stream()
        .limit(40)
        .map(name -> name.length() > 40 ? name.substring(0, 40) + "…" : name)
        .collect(Collectors.joining(", "));
  }
}
