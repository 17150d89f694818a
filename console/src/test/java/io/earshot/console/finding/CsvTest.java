package io.earshot.console.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.testing.MemoryConversations;
import io.earshot.console.testing.Sketch;
import io.earshot.conversation.search.ConversationSummary;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final String PIECES = "=+-@\t\r\n\"',;|0aZ 退款單😀\uff1d\u201c\u0000";

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uff1dx", "\uff20x"})
  void disarmsWhatASpreadsheetWouldRun(String cell) {
    assertThat(Csv.text(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Alice", "王芳", "a=b", "'x"})
  void leavesTheRestAlone(String cell) {
    assertThat(Csv.text(cell)).isEqualTo(cell);
  }

  @Test
  void everyCellComesBackAsItWasAndRunsNothing() throws IOException {
    for (int seed = 0; seed < 2_000; seed++) {
      String agent = text(new Random(seed));
      CSVRecord cells = parsed(Csv.head() + Csv.line(row(agent))).get(1);
      String cell = cells.get(6);
      assertThat(cell).as("seed %d", seed).isIn(agent, "'" + agent);
      assertThat(cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0)
          .as("seed %d", seed)
          .isTrue();
      assertThat(cells.size()).as("seed %d", seed).isEqualTo(19);
    }
  }

  @Test
  void writesNumbersAsNumbersAndLinesAsTheStandardSays() throws IOException {
    String line = Csv.line(row("a"));
    assertThat(line).endsWith("\r\n").doesNotContain("\n\n");
    CSVRecord cells = parsed(Csv.head() + line).get(1);
    assertThat(cells.get(5)).isEqualTo("90000");
    assertThat(cells.get(11)).isEqualTo("0.250");
    assertThat(cells.get(14)).isEqualTo("60.000");
  }

  private static ConversationSummary row(String agent) {
    MemoryConversations memory = new MemoryConversations();
    Sketch sketch = Sketch.named("one").by(agent);
    memory.add(sketch);
    return memory.summary(sketch.id()).orElseThrow();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int[] pieces = PIECES.codePoints().toArray();
    for (int left = random.nextInt(12); left > 0; left--) {
      text.appendCodePoint(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static List<CSVRecord> parsed(String csv) throws IOException {
    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }
}
