package io.earshot.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsChineseAndLatin() {
    Table table = new Table("NAME", "N");
    table.row("王磊", 1);
    table.row("Anna", 22);

    assertThat(table.text().lines()).containsExactly("NAME  N", "王磊  1", "Anna  22");
  }

  @Test
  void shortensWideCellsToTheSameWidth() {
    Table table = new Table("REASON");
    table.row("x".repeat(200));
    table.row("很".repeat(200));

    assertThat(table.text().lines()).allMatch(line -> Table.width(line) <= 48);
  }
}
