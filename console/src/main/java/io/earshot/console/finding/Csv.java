package io.earshot.console.finding;

import io.earshot.conversation.Scored;
import io.earshot.conversation.search.ConversationSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Conversations as lines of CSV (RFC 4180) that are safe to open in a spreadsheet. */
final class Csv {
  /** Without it spreadsheets take UTF-8 for the local code page and garble Chinese. */
  static final String BYTE_ORDER_MARK = "\ufeff";

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "started_at",
          "channel",
          "source",
          "language",
          "duration_ms",
          "agent",
          "customer",
          "queue",
          "turns",
          "emotion",
          "valence",
          "shape",
          "satisfaction",
          "score",
          "outcome",
          "intents",
          "keywords",
          "summary");

  /** With these, also in their full width, a spreadsheet takes a cell for a formula to be run. */
  private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private Csv() {}

  /** The names of the columns. */
  static String head() {
    return line(COLUMNS.toArray());
  }

  static String line(ConversationSummary row) {
    return line(
        row.id(),
        row.startedAt(),
        row.channel().code(),
        text(row.source()),
        text(row.language()),
        row.durationMs(),
        text(row.agent()),
        text(row.customer()),
        text(row.queue()),
        row.turns(),
        text(row.emotion().label()),
        number(row.emotion().valence()),
        row.emotion().shape().code(),
        number(row.emotion().satisfaction().stars()),
        number(row.score()),
        row.outcome().code(),
        text(row.intents().stream().map(Scored::name).collect(Collectors.joining("; "))),
        text(String.join("; ", row.keywords())),
        text(String.join(" ", row.summary())));
  }

  /**
   * A text from outside, disarmed: with an apostrophe before it a spreadsheet shows it as it is.
   */
  static String text(String value) {
    boolean dangerous = !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0;
    return dangerous ? "'" + value : value;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String line(Object... cells) {
    StringBuilder line = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return line.toString();
  }
}
