package io.earshot.ingest.chat.table;

import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.chat.file.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads delimited text whose delimiter and quoting are not known. */
final class PlainCells {
  private static final int MAX_ROW_CHARACTERS = 1 << 20;
  private static final int LINES_LOOKED_AT = 50;
  private static final char[] DELIMITERS = {'\t', ',', ';', '|'};

  private final ChatFile file;
  private final int mostRows;

  PlainCells(ChatFile file, int mostRows) {
    this.file = file;
    this.mostRows = mostRows;
  }

  /** With quotes as quotes, or as any other character where that breaks fewer rows. */
  PlainTable read() {
    char delimiter = file.endsWith(".tsv", ".tab") ? '\t' : delimiter(file.opening());
    PlainTable quoted = read(delimiter, true);
    if (quoted.broken() == 0) {
      return quoted;
    }
    PlainTable plain = read(delimiter, false);
    return Stream.of(quoted, plain)
        .min(Comparator.comparingInt((PlainTable t) -> t.broken() + ragged(t)))
        .orElseThrow();
  }

  /** Rows with another number of cells than the first: signs of a wrong reading. */
  private static int ragged(PlainTable table) {
    int ragged = 0;
    for (PlainTable.Row row : table.rows()) {
      ragged += row.cells().size() == table.header().size() ? 0 : 1;
    }
    return ragged;
  }

  private PlainTable read(char delimiter, boolean quoted) {
    List<PlainTable.Row> rows = new ArrayList<>();
    int broken = 0;
    try (Lines lines = new Lines(file, MAX_ROW_CHARACTERS)) {
      Rows reader = new Rows(lines, delimiter, quoted, MAX_ROW_CHARACTERS);
      long expected = 1;
      for (Optional<Rows.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        Rows.Row found = row.get();
        if (found.problem().isEmpty()) {
          rows.add(new PlainTable.Row(found.line(), found.cells(), found.line() > expected));
        } else {
          broken++;
        }
        expected = found.line() + 1 + found.text().chars().filter(c -> c == '\n').count();
        if (rows.size() > mostRows + 1) {
          throw PlainTable.tooLarge(file, mostRows);
        }
      }
    }
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
    return new PlainTable(header, false, rows, broken);
  }

  /** The one that cuts most lines into the same number of cells, of more than one. */
  static char delimiter(String opening) {
    List<String> lines =
        opening.lines().filter(line -> !line.isBlank()).limit(LINES_LOOKED_AT).toList();
    char best = ',';
    double most = 0;
    for (char candidate : DELIMITERS) {
      Map<Long, Integer> counts = new TreeMap<>();
      for (String line : lines) {
        counts.merge(outsideQuotes(line, candidate), 1, Integer::sum);
      }
      counts.remove(0L);
      int alike = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      if (alike > most) {
        most = alike;
        best = candidate;
      }
    }
    return best;
  }

  private static long outsideQuotes(String line, char wanted) {
    long count = 0;
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      inside ^= line.charAt(i) == '"';
      count += !inside && line.charAt(i) == wanted ? 1 : 0;
    }
    return count;
  }
}
