package io.earshot.ingest.chat.table;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.chat.file.Lines;
import java.util.List;
import java.util.Optional;

/** Reads tables with one message a row, of any size and with any number of conversations. */
public final class MappedRowsReader implements ChatReader {
  /** No message is longer; what is, comes from a broken row. */
  private static final int MAX_ROW_CHARACTERS = 1 << 20;

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    return file.endsWith(".csv", ".tsv", ".tab")
        || (context.mappingChosen() && !file.endsWith(".json", ".jsonl", ".ndjson"));
  }

  @Override
  public void read(ChatFile file, ReadingContext context, TranscriptSink sink) {
    ColumnMapping mapping = context.mapping().orElseGet(() -> HeaderGuess.mapping(file));
    int maxRow = Math.min(MAX_ROW_CHARACTERS, context.maxConversationCharacters());
    try (Lines lines = new Lines(file, maxRow)) {
      Rows rows = new Rows(lines, mapping.delimiter(), mapping.quoted(), maxRow);
      List<String> header = mapping.header() ? header(rows, mapping, file) : List.of();
      Columns columns = new Columns(mapping, header, context);
      OpenSessions sessions = new OpenSessions(mapping, context, sink);
      for (Optional<Rows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        read(row.get(), file, columns, sessions, sink);
      }
      sessions.endAll();
    }
  }

  /** The first row, or one soon below it that has the columns which the mapping names. */
  private static List<String> header(Rows rows, ColumnMapping mapping, ChatFile file) {
    Rows.Row first =
        rows.next()
            .orElseThrow(
                () -> EarshotException.badInput(file.name() + " has no rows: not even a header"));
    Optional<Rows.Row> row = Optional.of(first);
    for (int i = 1; i < HeaderGuess.LINES && row.isPresent(); i++) {
      if (row.get().problem().isEmpty() && Columns.fit(mapping, row.get().cells())) {
        return row.get().cells();
      }
      row = rows.next();
    }
    if (!first.problem().isEmpty()) {
      throw EarshotException.badInput(
          "%s: the header can't be read: %s".formatted(file.name(), first.problem()));
    }
    return first.cells();
  }

  private static void read(
      Rows.Row row, ChatFile file, Columns columns, OpenSessions sessions, TranscriptSink sink) {
    String place = "line " + row.line();
    if (!row.problem().isEmpty()) {
      sink.refuse(new TranscriptSink.Refusal(place, row.problem(), row.text()));
      return;
    }
    if (file.damaged() && row.text().indexOf('\uFFFD') >= 0) {
      sink.refuse(
          new TranscriptSink.Refusal(
              place, "some bytes do not fit the file's encoding", row.text()));
      return;
    }
    try {
      sessions.add(columns, row.cells());
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      sink.refuse(new TranscriptSink.Refusal(place, e.getMessage(), row.text()));
    }
  }
}
