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

  private record Heading(String name, Stamp stamp) {}

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    List<String> lines = file.opening().lines().limit(LINES_TO_JUDGE_BY).toList();
    boolean days = false;
    boolean first = true;
    int headings = 0;
    for (String line : lines) {
      boolean day = DAY.matcher(line).matches();
      days |= day;
      if (!line.isBlank() && !day) {
        boolean heading = heading(line, days).isPresent();
        if (first && !heading) {
          return false;
        }
        first = false;
        headings += heading ? 1 : 0;
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
    Collected collected = new Collected(context);
    try (Lines lines = new Lines(file, context.maxConversationCharacters())) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().tooLong()) {
          throw EarshotException.badInput("line %d is too long".formatted(line.get().number()));
        }
        collected.add(line.get().text());
      }
    }
    sink.accept(collected.transcript());
  }

  /** The conversation while it is read line by line. */
  private static final class Collected {
    private final ReadingContext context;
    private final TranscriptDraft draft;
    private final StringBuilder text = new StringBuilder();
    private Optional<Heading> current = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private boolean blank = true;
    private int media;

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
      } else if (heading.isPresent()) {
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
      if (Placeholders.isMedia(said)) {
        media++;
      } else if (Placeholders.isNotice(said)) {
        draft.message(Speaker.SYSTEM, at, said);
      } else {
        draft.message(bare(current.get().name()), at, said);
      }
    }

    private static String bare(String name) {
      Matcher numbered = NUMBERED_NAME.matcher(name);
      return numbered.matches() ? numbered.group(1) : name;
    }

    Transcript transcript() {
      endMessage();
      draft.attribute("media", media == 0 ? "" : Integer.toString(media));
      return draft.transcript();
    }
  }
}
