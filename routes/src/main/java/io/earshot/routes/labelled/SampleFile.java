package io.earshot.routes.labelled;

import io.earshot.analysis.learning.Sample;
import io.earshot.analysis.learning.Sample.Said;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.table.PlainTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The labelled samples of a file.
 *
 * @param samples in the file's order
 * @param dropped rows that could not be read, or without a text
 */
public record SampleFile(List<Sample> samples, int dropped) {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_BEFORE = 6;

  public SampleFile {
    samples = List.copyOf(samples);
  }

  /**
   * Reads a file of at most 100,000 rows.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is no such file or column, BAD_INPUT
   *     when nothing in it is labelled
   */
  public static SampleFile read(Path file, SampleColumns columns) {
    PlainTable table = PlainTable.read(file, MOST_ROWS);
    Reading reading = new Reading(file.getFileName().toString(), table, columns);
    List<Sample> samples = reading.samples();
    if (samples.isEmpty()) {
      throw EarshotException.badInput(
          "%s has no labelled row; look at --label-column and --map".formatted(file));
    }
    return new SampleFile(samples, table.broken() + reading.blank);
  }

  /** A row of a dialogue. */
  private record Line(String speaker, String text) {}

  /** One file's reading. */
  private static final class Reading {
    private final String file;
    private final PlainTable table;
    private final SampleColumns columns;
    private final boolean headed;
    private final int text;
    private final int label;
    private final OptionalInt context;
    private final OptionalInt dialogue;
    private final OptionalInt speaker;
    private final Map<String, List<Line>> dialogues = new HashMap<>();
    private final boolean gaps;
    private int gap;
    private int blank;

    Reading(String file, PlainTable table, SampleColumns columns) {
      this.file = file;
      this.table = table;
      this.columns = columns;
      ColumnFinder finder = new ColumnFinder(file, table);
      this.headed =
          finder.headed(
              Stream.of(
                  columns.text(),
                  columns.label(),
                  columns.context(),
                  columns.dialogue(),
                  columns.speaker()));
      this.text = finder.require(columns.text(), ColumnFinder.TEXTS, "--text-column");
      List<String> labels =
          Stream.concat(columns.usualLabels().stream(), ColumnFinder.LABELS.stream()).toList();
      this.label = finder.require(columns.label(), labels, "--label-column");
      this.context = finder.find(columns.context(), ColumnFinder.CONTEXTS);
      this.dialogue = finder.find(columns.dialogue(), ColumnFinder.DIALOGUES);
      this.speaker = finder.find(columns.speaker(), ColumnFinder.SPEAKERS);
      this.gaps = table.rows().stream().skip(1).anyMatch(PlainTable.Row::afterGap);
    }

    List<Sample> samples() {
      List<Sample> samples = new ArrayList<>();
      for (PlainTable.Row row : table.rows().subList(headed && !table.named() ? 1 : 0, rows())) {
        gap += row.afterGap() ? 1 : 0;
        String said = row.cell(text).strip();
        if (columns.skipped().contains(said)) {
          continue;
        }
        if (said.isEmpty()) {
          blank++;
          continue;
        }
        String group = group(row);
        List<Line> earlier = dialogues.computeIfAbsent(group, key -> new ArrayList<>());
        Line line = new Line(speaker.isPresent() ? row.cell(speaker.getAsInt()) : "", said);
        String name = label(row);
        if (!name.isEmpty()) {
          samples.add(new Sample(said, before(row, earlier, line), name, group));
        }
        if (!group.isEmpty()) {
          earlier.add(line);
        }
      }
      return samples;
    }

    private int rows() {
      return table.rows().size();
    }

    /** The dialogue a row belongs to: by its column, or between two blank lines. */
    private String group(PlainTable.Row row) {
      if (dialogue.isPresent()) {
        return row.cell(dialogue.getAsInt());
      }
      return gaps ? "after gap " + gap : "";
    }

    private String label(PlainTable.Row row) {
      String cell = row.cell(label).strip();
      if (!cell.isEmpty() && columns.below().isPresent()) {
        cell = mean(cell, row.line()) < columns.below().getAsDouble() ? "negative" : "other";
      }
      return columns.map().getOrDefault(cell, cell).strip();
    }

    private double mean(String cell, long line) {
      double sum = 0;
      String[] numbers = cell.split("[,;/ ]+");
      try {
        for (String number : numbers) {
          sum += Double.parseDouble(number);
        }
      } catch (NumberFormatException e) {
        throw EarshotException.badInput(
            "%s, line %d: the label is no number, which --below needs".formatted(file, line), e);
      }
      return sum / numbers.length;
    }

    private List<Said> before(PlainTable.Row row, List<Line> earlier, Line current) {
      if (!columns.withContext()) {
        return List.of();
      }
      if (context.isPresent()) {
        return Earlier.read(row.cell(context.getAsInt()));
      }
      return earlier.subList(Math.max(0, earlier.size() - MOST_BEFORE), earlier.size()).stream()
          .map(line -> new Said(party(line, current), line.text()))
          .toList();
    }

    /** Whoever says the labelled turn is taken for the customer, everybody else for the agent. */
    private static Speaker party(Line line, Line current) {
      if (line.speaker().isEmpty()) {
        return Speaker.UNKNOWN;
      }
      return line.speaker().equals(current.speaker()) ? Speaker.CUSTOMER : Speaker.AGENT;
    }
  }
}
