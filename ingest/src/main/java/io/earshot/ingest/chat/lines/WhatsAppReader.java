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
import java.util.Objects;
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
          "(?iu).*(?:whatsapp|واتساب).{0,14}?(?: with | con | com | mit | avec | met | med | с | مع | dengan | - )(?<name>.{1,80})\\.txt"
              + "|[与與] ?(?:whatsapp ?)?(?<zh>.{1,80}?) ?的 ?(?:whatsapp)? ?(?:聊天|对话|對話).*\\.txt"
              + "|(?<ja>.{1,80}?) ?との ?whatsapp.*\\.txt|(?<ko>.{1,80}?)님과.*whatsapp.*\\.txt"
              + "|(?<tr>.{1,80}?) ile whatsapp.*\\.txt");

  private static final List<String> GROUPS = List.of("name", "zh", "ja", "ko", "tr");

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
    long lastMs = Long.MIN_VALUE;
    for (Message message : messages) {
      Instant at = instant(message, order, context);
      // Messages of a minute stand in their order, whatever the seconds say.
      lastMs = Math.max(lastMs, at.toEpochMilli());
      add(draft, message, Optional.of(Instant.ofEpochMilli(lastMs)));
    }
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
        Optional<WhatsAppLine> head = WhatsAppLine.parse(text).filter(one -> fits(one, messages));
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

  /** A line of the other form is one that somebody copied into a message. */
  private static boolean fits(WhatsAppLine head, List<Message> messages) {
    return messages.isEmpty() || messages.get(0).head().brackets() == head.brackets();
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

  private static void add(TranscriptDraft draft, Message message, Optional<Instant> at) {
    MessengerWords.Content content = MessengerWords.read(message.text().toString());
    Optional<String> name = message.head().name().map(WhatsAppReader::bare);
    draft.media(content.media());
    if (name.isEmpty() || content.notice()) {
      draft.message(Speaker.SYSTEM, at, content.words());
    } else {
      draft.message(name.get(), at, content.words());
    }
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
    return GROUPS.stream()
        .map(matcher::group)
        .filter(Objects::nonNull)
        .findFirst()
        .map(name -> name.replaceFirst("\\s?\\(\\d{1,3}\\)$", "").strip());
  }
}
