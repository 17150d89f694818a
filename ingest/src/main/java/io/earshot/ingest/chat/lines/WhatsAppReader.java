package io.earshot.ingest.chat.lines;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.chat.file.Lines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads chats that WhatsApp exported as text, from any phone and in any language. Whether the day
 * or the month comes first is told from the whole file.
 */
final class WhatsAppReader implements ChatReader {
  private static final int LINES_TO_JUDGE_BY = 200;

  /** {@code WhatsApp Chat with NAME}: the one who exported it is the company. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*whatsapp.{0,12}?(?: with | con | com | mit | avec | met | med | - )(?<name>.{1,80})\\.txt"
              + "|与(?<zh>.{1,80}?)的 ?whatsapp ?(?:聊天|对话).*\\.txt"
              + "|与 ?whatsapp ?(?<zh2>.{1,80}?)的(?:聊天|对话).*\\.txt");

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    List<String> lines =
        file.opening().lines().filter(l -> !l.isBlank()).limit(LINES_TO_JUDGE_BY).toList();
    return !lines.isEmpty()
        && WhatsAppLine.parse(lines.get(0)).isPresent()
        && lines.stream().anyMatch(line -> isMessage(line));
  }

  private static boolean isMessage(String line) {
    return WhatsAppLine.parse(line).flatMap(WhatsAppLine::name).isPresent();
  }

  @Override
  public void read(ChatFile file, ReadingContext context, TranscriptSink sink) {
    file.refuseIfDamaged();
    List<Message> messages = messages(file, context);
    DateOrder order = DateOrder.of(messages.stream().map(Message::head).toList());
    TranscriptDraft draft = new TranscriptDraft("whatsapp", context);
    customer(file.name()).ifPresent(name -> draft.knows(name, Speaker.CUSTOMER));
    int media = 0;
    long lastMs = Long.MIN_VALUE;
    for (Message message : messages) {
      Instant at = instant(message, order, context);
      // Messages of a minute stand in their order, whatever the seconds say.
      lastMs = Math.max(lastMs, at.toEpochMilli());
      media += add(draft, message, Optional.of(Instant.ofEpochMilli(lastMs)));
    }
    draft.attribute("media", media == 0 ? "" : Integer.toString(media));
    sink.accept(draft.transcript());
  }

  /** A message: its first line, and all its text. */
  private record Message(WhatsAppLine head, long line, StringBuilder text) {}

  private static List<Message> messages(ChatFile file, ReadingContext context) {
    List<Message> messages = new ArrayList<>();
    long characters = 0;
    try (Lines lines = new Lines(file, context.maxConversationCharacters())) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get().text();
        characters += text.length();
        if (line.get().tooLong() || characters > context.maxConversationCharacters()) {
          throw EarshotException.badInput(
              "the conversation is longer than %d characters; split it"
                  .formatted(context.maxConversationCharacters()));
        }
        Optional<WhatsAppLine> head = WhatsAppLine.parse(text);
        if (head.isPresent()) {
          StringBuilder begun = new StringBuilder(head.get().text());
          messages.add(new Message(head.get(), line.get().number(), begun));
        } else if (!messages.isEmpty()) {
          messages.get(messages.size() - 1).text().append('\n').append(text);
        }
      }
    }
    return messages;
  }

  private static Instant instant(Message message, DateOrder order, ReadingContext context) {
    return order
        .date(message.head())
        .map(day -> day.atTime(message.head().time()).atZone(context.zone()).toInstant())
        .orElseThrow(
            () ->
                EarshotException.badInput(
                    "line %d has an impossible date".formatted(message.line())));
  }

  /** Adds a message; returns 1 when it was media instead. */
  private static int add(TranscriptDraft draft, Message message, Optional<Instant> at) {
    String text = Placeholders.withoutMarks(message.text().toString());
    Optional<String> name = message.head().name().map(WhatsAppReader::bare);
    if (Placeholders.isMedia(text)) {
      return 1;
    }
    if (name.isEmpty() || Placeholders.isNotice(text)) {
      draft.message(Speaker.SYSTEM, at, text);
    } else {
      draft.message(name.get(), at, text);
    }
    return 0;
  }

  /** Names of people who are no contacts have a tilde before them. */
  private static String bare(String name) {
    return name.replaceFirst("^[\\s\\u200e\\u202a\\u202f\\u00a0]*~[\\s\\u202f\\u00a0]*", "");
  }

  private static Optional<String> customer(String fileName) {
    Matcher matcher = FILE.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group("name"))
        .or(() -> Optional.ofNullable(matcher.group("zh")))
        .or(() -> Optional.ofNullable(matcher.group("zh2")))
        .map(name -> name.replaceFirst("\\s?\\(\\d{1,3}\\)$", "").strip());
  }
}
