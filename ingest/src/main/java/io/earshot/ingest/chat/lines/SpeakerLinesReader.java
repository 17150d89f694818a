package io.earshot.ingest.chat.lines;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.chat.file.Lines;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code speaker: text} files: one conversation, each turn on a line of its own behind the
 * name of its role or of a person, with or without a time. A line without one goes on with the turn
 * before.
 */
final class SpeakerLinesReader implements ChatReader {
  private static final int LINES_TO_JUDGE_BY = 200;

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    List<String> lines = beginning(file);
    return lines.stream().anyMatch(line -> SpokenLine.parse(line).isPresent())
        || !SpeakerNames.in(lines).isEmpty();
  }

  private static List<String> beginning(ChatFile file) {
    return file.opening().lines().limit(LINES_TO_JUDGE_BY).toList();
  }

  @Override
  public void read(ChatFile file, ReadingContext context, TranscriptSink sink) {
    file.refuseIfDamaged();
    SpeakerLinesDraft draft = new SpeakerLinesDraft(context, SpeakerNames.in(beginning(file)));
    try (Lines lines = new Lines(file, context.maxConversationCharacters())) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        add(draft, line.get(), file);
      }
    }
    sink.accept(draft.transcript(file.name()));
  }

  private static void add(SpeakerLinesDraft draft, Lines.Line line, ChatFile file) {
    try {
      if (line.tooLong()) {
        throw EarshotException.badInput("the line is too long");
      }
      draft.add(line.text());
    } catch (EarshotException e) {
      throw new EarshotException(
          e.kind(), "%s, line %d: %s".formatted(file.name(), line.number(), e.getMessage()), e);
    }
  }
}
