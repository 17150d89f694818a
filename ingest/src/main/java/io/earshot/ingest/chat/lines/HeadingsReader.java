package io.earshot.ingest.chat.lines;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.chat.file.Lines;
import io.earshot.ingest.chat.notation.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads texts of WeChat, 企业微信, QQ and their like: a heading with a name and a time, the message on
 * the lines below it. Days may stand on lines of their own.
 */
final class HeadingsReader implements ChatReader {
  private static final int LINES_TO_JUDGE_BY = 400;
  private static final int LEAST_HEADINGS = 2;

  private static final String NAME = "(?<name>[^:：\\[\\]\\n]{1,60}?)";
  private static final String STAMP = "[\\[(（]?(?<stamp>" + Stamp.PATTERN + ")[])）]?";

  private static final Pattern NAME_FIRST =
      Pattern.compile("\\s{0,4}" + NAME + "\\s{1,4}" + STAMP + "\\s{0,4}");
  private static final Pattern TIME_FIRST =
      Pattern.compile("\\s{0,4}" + STAMP + "\\s{1,4}" + NAME + "\\s{0,4}");
  private static final Pattern DAY =
      Pattern.compile(
          "[\\s—–=*-]{0,40}(?<day>\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?)(?:\\s?(?:星期|周|週)\\p{IsHan})?[\\s—–=*-]{0,40}");

  /** {@code 张三(wxid_12)}, {@code 张三<12345>}: the number is the system's own. */
  private static final Pattern NUMBERED_NAME =
      Pattern.compile("(.{1,40}?)\\s?(?:[(（<](?:wxid_)?[\\w@.-]{4,60}[)）>])");

  /** What QQ and tools that export write above the messages of a contact. */
  private static final Pattern PREFACE =
      Pattern.compile(
          "\\s{0,4}(?:={4,}|-{4,}|[^#:：]{1,12}[:：].{0,80}|.{0,40}(?:消息记录|聊天记录|聊天紀錄|对话记录|對話記錄).{0,40})");

  private static final int LONGEST_PREFACE = 12;
  private static final Pattern RULE = Pattern.compile("={20,}");
  private static final Pattern CONTACT = Pattern.compile("消息对象[:：]\\s{0,4}(?<name>\\S.{0,59})");

  private record Heading(String name, Stamp stamp) {}

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    List<String> lines = file.opening().lines().limit(LINES_TO_JUDGE_BY).toList();
    boolean days = false;
    int preface = 0;
    int headings = 0;
    for (String line : lines) {
      boolean day = DAY.matcher(line).matches();
      days |= day;
      if (line.isBlank() || day) {
        continue;
      }
      headings += heading(line, days).isPresent() ? 1 : 0;
      if (headings == 0 && (!PREFACE.matcher(line).matches() || ++preface > LONGEST_PREFACE)) {
        return false;
      }
    }
    return headings >= LEAST_HEADINGS;
  }

  /** A time without a date is a heading only where days stand between the messages. */
  private static Optional<Heading> heading(String line, boolean days) {
    if (line.length() > 120) {
      return Optional.empty();
    }
    return heading(NAME_FIRST.matcher(line), days)
        .or(() -> heading(TIME_FIRST.matcher(line), days));
  }

  private static Optional<Heading> heading(Matcher matcher, boolean days) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group("name").strip();
    return Stamp.parse(matcher.group("stamp"))
        .filter(stamp -> stamp.date().isPresent() || days)
        .filter(stamp -> !name.isEmpty() && Stamp.parse(name).isEmpty())
        .map(stamp -> new Heading(name, stamp));
  }

  @Override
  public void read(ChatFile file, ReadingContext context, TranscriptSink sink) {
    file.refuseIfDamaged();
    List<Transcript> found = new ArrayList<>();
    Collected collected = new Collected(context);
    try (Lines lines = new Lines(file, context.maxConversationCharacters())) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().tooLong()) {
          throw EarshotException.badInput("line %d is too long".formatted(line.get().number()));
        }
        Matcher contact = CONTACT.matcher(line.get().text().strip());
        if (contact.matches()) {
          collected.endInto(found);
          collected = new Collected(context);
          collected.draft.knows(contact.group("name"), Speaker.CUSTOMER);
        }
        collected.add(line.get().text());
      }
    }
    collected.endInto(found);
    hand(found, sink);
  }

  private static void hand(List<Transcript> found, TranscriptSink sink) {
    if (found.isEmpty()) {
      throw EarshotException.badInput("the headings have no messages below them");
    }
    for (int i = 0; i < found.size(); i++) {
      Transcript transcript = found.get(i);
      sink.accept(found.size() > 1 ? transcript.withSession(Integer.toString(i + 1)) : transcript);
    }
  }

  /** The conversation while it is read line by line. */
  private static final class Collected {
    private final ReadingContext context;
    private final TranscriptDraft draft;
    private final StringBuilder text = new StringBuilder();
    private Optional<Heading> current = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private boolean blank = true;

    Collected(ReadingContext context) {
      this.context = context;
      this.draft = new TranscriptDraft("chat-headings", context);
    }

    void add(String line) {
      Matcher days = DAY.matcher(line);
      Optional<Heading> heading = heading(line, day.isPresent() && blank);
      if (days.matches()) {
        endMessage();
        day = Stamp.parse(days.group("day")).flatMap(Stamp::date);
        current = Optional.empty();
      } else if (heading.isPresent() || RULE.matcher(line).matches()) {
        endMessage();
        current = heading;
      } else {
        append(line);
      }
      blank = line.isBlank() || days.matches();
    }

    private void append(String line) {
      if (text.length() + line.length() >= context.maxConversationCharacters()) {
        throw EarshotException.badInput("a message is too long");
      }
      text.append(text.length() > 0 ? "\n" : "").append(line);
    }

    private void endMessage() {
      String said = text.toString().strip();
      text.setLength(0);
      if (current.isEmpty() || said.isEmpty()) {
        return;
      }
      Optional<Instant> at =
          Optional.of(current.get().stamp().at(day.orElse(context.day()), context.zone()));
      MessengerWords.Content content = MessengerWords.read(said);
      draft.media(content.media());
      if (content.notice()) {
        draft.message(Speaker.SYSTEM, at, content.words());
      } else {
        draft.message(bare(current.get().name()), at, content.words());
      }
    }

    private static String bare(String name) {
      String plain = name.replace("*", "");
      Matcher numbered = NUMBERED_NAME.matcher(plain);
      return numbered.matches() ? numbered.group(1) : plain;
    }

    void endInto(List<Transcript> found) {
      endMessage();
      if (!draft.isEmpty()) {
        found.add(draft.transcript());
      }
    }
  }
}
