package io.earshot.ingest.chat.table;

import io.earshot.ingest.chat.file.Lines;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits a table into rows, such that a broken row costs only itself: a quote that is never closed
 * would otherwise swallow all that follows. Rows are found here, by looking for the end of quoted
 * values over a bounded number of lines; the cells of one row are told apart by Commons CSV.
 */
final class Rows {
  private static final int MAX_LINES_PER_ROW = 200;

  private final Lines lines;
  private final char delimiter;
  private final boolean quoted;
  private final int maxCharacters;
  private final CSVFormat format;
  private final Deque<Lines.Line> pushedBack = new ArrayDeque<>();

  Rows(Lines lines, char delimiter, boolean quoted, int maxCharacters) {
    this.lines = lines;
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.maxCharacters = maxCharacters;
    this.format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setQuote(quoted ? '"' : null)
            .setIgnoreEmptyLines(false)
            .get();
  }

  /**
   * One row.
   *
   * @param line where it begins, from 1
   * @param text as it stands in the file
   * @param cells empty when there is a problem
   * @param problem why it can't be read; empty when it can
   */
  record Row(long line, String text, List<String> cells, String problem) {}

  /** The next row that is not blank; empty at the end. */
  Optional<Row> next() {
    Optional<Lines.Line> line = nextLine();
    while (line.isPresent() && line.get().text().isBlank()) {
      line = nextLine();
    }
    return line.map(this::row);
  }

  private Optional<Lines.Line> nextLine() {
    return pushedBack.isEmpty() ? lines.next() : Optional.of(pushedBack.poll());
  }

  private Row row(Lines.Line first) {
    if (first.tooLong()) {
      return broken(first, "the line is longer than %d characters".formatted(maxCharacters));
    }
    return quoted ? quotedRow(first) : split(first, first.text());
  }

  private Row quotedRow(Lines.Line first) {
    Quotes quotes = new Quotes(delimiter);
    StringBuilder text = new StringBuilder(first.text());
    List<Lines.Line> joined = new ArrayList<>();
    Quotes.State state = quotes.read(first.text());
    while (state == Quotes.State.OPEN && joined.size() < MAX_LINES_PER_ROW) {
      Optional<Lines.Line> more = nextLine();
      if (more.isEmpty() || text.length() + more.get().text().length() > maxCharacters) {
        more.ifPresent(joined::add);
        break;
      }
      joined.add(more.get());
      text.append('\n').append(more.get().text());
      state = quotes.read(more.get().text());
    }
    if (state == Quotes.State.CLOSED) {
      return split(first, text.toString());
    }
    for (int i = joined.size() - 1; i >= 0; i--) {
      pushedBack.push(joined.get(i));
    }
    return broken(
        first,
        state == Quotes.State.OPEN
            ? "a quoted value that begins here is never closed"
            : "characters follow the closing quote of a value");
  }

  private Row split(Lines.Line first, String text) {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        return broken(first, "it is not one row");
      }
      return new Row(first.number(), text, records.get(0).toList(), "");
    } catch (IOException | RuntimeException e) {
      return broken(first, "its quotes do not match");
    }
  }

  private static Row broken(Lines.Line line, String problem) {
    return new Row(line.number(), line.text(), List.of(), problem);
  }
}
