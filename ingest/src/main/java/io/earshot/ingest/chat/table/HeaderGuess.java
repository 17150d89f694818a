package io.earshot.ingest.chat.table;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.file.ChatFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A mapping for tables whose header uses the usual names, so that those need no mapping file. */
final class HeaderGuess {
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          ColumnMapping.CONVERSATION,
          Set.of(
              "conversation",
              "conversation_id",
              "conversationid",
              "session",
              "session_id",
              "sessionid",
              "chat_id",
              "chatid",
              "contact_id",
              "contactid",
              "dialogue_id",
              "ticket_id",
              "会话",
              "会话id",
              "会话编号",
              "对话id",
              "會話",
              "會話id"),
          ColumnMapping.SPEAKER,
          Set.of(
              "speaker",
              "role",
              "sender",
              "author",
              "from",
              "participant",
              "participant_role",
              "sender_type",
              "sender_role",
              "author_type",
              "actor_type",
              "user_type",
              "speaker_role",
              "角色",
              "发送人",
              "发言人",
              "说话者",
              "用户类型",
              "发送者",
              "发送方",
              "说话人",
              "發送者",
              "說話人"),
          ColumnMapping.TEXT,
          Set.of(
              "text",
              "message",
              "content",
              "body",
              "utterance",
              "message_text",
              "内容",
              "聊天内容",
              "对话内容",
              "消息",
              "消息内容",
              "文本",
              "內容",
              "訊息"),
          ColumnMapping.TIME,
          Set.of(
              "time",
              "timestamp",
              "created_at",
              "sent_at",
              "datetime",
              "date_time",
              "时间",
              "发送时间",
              "消息时间",
              "日期时间",
              "時間"),
          ColumnMapping.INTERNAL,
          Set.of(
              "internal", "is_internal", "private", "is_private", "is_note", "内部", "是否内部", "内部备注"),
          "agent",
          Set.of("agent", "agent_name", "agent_id", "坐席", "客服"),
          "customer",
          Set.of("customer", "customer_id", "customer_name", "user_id", "客户", "客戶"));

  /** Above a header a title may stand, or what spreadsheets write of the delimiter. */
  static final int LINES = 5;

  private HeaderGuess() {}

  /**
   * Guesses from the first lines.
   *
   * @throws EarshotException of kind BAD_INPUT when speaker and text columns are not recognised
   */
  static ColumnMapping mapping(ChatFile file) {
    Map<String, String> columns = new HashMap<>();
    char delimiter = ',';
    for (String line : file.opening().lines().filter(l -> !l.isBlank()).limit(LINES).toList()) {
      delimiter = delimiter(line);
      columns = columns(line, delimiter);
      if (fits(columns)) {
        break;
      }
    }
    if (!fits(columns)) {
      throw EarshotException.badInput(
          ("%s: it is not known which columns hold the speaker and the text; name them in a mapping"
                  + " file and hand it over with --mapping, or as %s beside it")
              .formatted(file.name(), mappingName(file.name())));
    }
    return new ColumnMapping(
        delimiter,
        delimiter != '\t' || quotes(file),
        true,
        Optional.empty(),
        columns,
        "",
        Map.of(),
        List.of(),
        "",
        Channel.CHAT);
  }

  private static Map<String, String> columns(String line, char delimiter) {
    Map<String, String> columns = new HashMap<>();
    for (String name : line.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
      String bare = name.strip().replace("\"", "");
      kind(bare).ifPresent(what -> columns.putIfAbsent(what, bare));
    }
    return columns;
  }

  private static boolean fits(Map<String, String> columns) {
    return columns.containsKey(ColumnMapping.SPEAKER) && columns.containsKey(ColumnMapping.TEXT);
  }

  /** Whether quotes enclose values; with tabs between these they seldom do. */
  private static boolean quotes(ChatFile file) {
    return file.opening()
        .lines()
        .noneMatch(line -> new Quotes('\t').read(line) == Quotes.State.BROKEN);
  }

  /** The name under which a mapping lies beside a table. */
  static String mappingName(String name) {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ".mapping.yaml";
  }

  private static Optional<String> kind(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace(' ', '_');
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(plain))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static char delimiter(String line) {
    char best = ',';
    for (char candidate : new char[] {'\t', ';', '|'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }
}
