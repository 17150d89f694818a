package io.earshot.routes.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines in aligned columns. Chinese characters count two columns, as terminals show them. */
final class Table {
  private static final int WIDEST_CELL = 48;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(shorten(String.valueOf(cell)));
    }
    rows.add(row);
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  /** The table without trailing spaces. */
  String text() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString().stripTrailing();
  }

  private static String shorten(String cell) {
    String line = cell.replaceAll("\\s+", " ").strip();
    if (width(line) <= WIDEST_CELL) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    line.codePoints()
        .takeWhile(c -> width(kept.toString()) < WIDEST_CELL - 2)
        .forEach(kept::appendCodePoint);
    return kept.append('…').toString();
  }

  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    return Character.isIdeographic(codePoint)
        || (codePoint >= 0x3000 && codePoint <= 0x30FF) // Japanese syllables and CJK punctuation
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60); // full-width forms
  }
}
