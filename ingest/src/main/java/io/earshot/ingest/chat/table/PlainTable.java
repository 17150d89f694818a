package io.earshot.ingest.chat.table;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.file.ChatFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A table as it stands in a file, without any idea of what its columns mean: CSV with any usual
 * delimiter, TSV, a JSON array of objects, or one JSON object a line. Held in memory, so bounded.
 *
 * @param header the names of the columns: JSON's keys, or the first row of another file, which may
 *     be data all the same
 * @param named whether the header can only be names, as JSON's keys are
 * @param rows all rows, for CSV and TSV with the first one
 * @param broken how many rows could not be read and are left out
 */
public record PlainTable(List<String> header, boolean named, List<Row> rows, int broken) {

  /**
   * One row.
   *
   * @param line where it begins in the file, from 1
   * @param cells as they are; a row may have more or fewer than others
   * @param afterGap whether a blank line stands before it
   */
  public record Row(long line, List<String> cells, boolean afterGap) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A cell, empty where the row is shorter. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    @Override
    public String toString() {
      return "Row[line %d, %d cells]".formatted(line, cells.size());
    }
  }

  public PlainTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file; its encoding, kind and delimiter are found out.
   *
   * @param mostRows more are refused
   * @throws EarshotException of kind MISCONFIGURED when there is no such file, BAD_INPUT when it is
   *     empty, no table, or too large
   */
  public static PlainTable read(Path file, int mostRows) {
    if (!Files.isRegularFile(file)) {
      throw EarshotException.misconfigured(file + ": there is no such file; check the path");
    }
    ChatFile opened = ChatFile.open(file, Optional.empty());
    opened.refuseIfDamaged();
    String opening = opened.opening().stripLeading();
    if (opening.isEmpty()) {
      throw EarshotException.badInput(file + " is empty; name a file with labelled texts");
    }
    boolean json = opening.startsWith("[") || opening.startsWith("{");
    PlainTable table =
        json ? new PlainJson(opened, mostRows).read() : new PlainCells(opened, mostRows).read();
    if (table.rows.isEmpty()) {
      throw EarshotException.badInput(file + " has no rows; name a file with labelled texts");
    }
    return table;
  }

  static EarshotException tooLarge(ChatFile file, int mostRows) {
    return EarshotException.badInput(
        "%s has more than %,d rows; give a part of it".formatted(file.name(), mostRows));
  }
}
