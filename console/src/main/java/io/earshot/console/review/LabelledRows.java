package io.earshot.console.review;

import io.earshot.console.conversation.Archived;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What reviewers confirmed and corrected, as labelled rows that {@code earshot eval} and {@code
 * earshot train} read: redacted text with the turns before it. Of several reviews of one finding
 * the latest counts; what was only rejected has no label and is left out.
 */
public final class LabelledRows {
  private static final int MOST_BEFORE = 6;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "text", "context", "label", "language", "conversation", "turn", "reviewer", "at")
          .get();

  /** Cells that a spreadsheet would take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]", Pattern.DOTALL);

  private final Reviews reviews;
  private final Function<String, Optional<Archived>> conversations;

  /**
   * Rows from reviews.
   *
   * @param conversations by id; reviews of those it does not give are left out
   */
  public LabelledRows(Reviews reviews, Function<String, Optional<Archived>> conversations) {
    this.reviews = reviews;
    this.conversations = conversations;
  }

  /**
   * Writes all rows of a task as CSV with a byte order mark.
   *
   * @param task the findings' kind: {@code intent} or {@code emotion}
   * @return how many
   */
  public int write(String task, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out.append('\uFEFF'), FORMAT);
    List<List<String>> rows = rows(task);
    for (List<String> row : rows) {
      printer.printRecord(row);
    }
    return rows.size();
  }

  /** The same as a text. */
  String csv(String task) {
    StringBuilder csv = new StringBuilder();
    try {
      write(task, csv);
      return csv.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can't fail", e);
    }
  }

  private List<List<String>> rows(String task) {
    List<List<String>> rows = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    Optional<Archived> open = Optional.empty();
    String opened = "";
    for (Review review : reviews.ofTurns(task)) {
      if (!review.conversation().equals(opened)) {
        opened = review.conversation();
        open = conversations.apply(opened);
      }
      boolean first = seen.add(List.of(review.conversation(), review.turn(), review.name()));
      if (first && !review.label().isEmpty()) {
        open.flatMap(kept -> row(review, kept)).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Optional<List<String>> row(Review review, Archived kept) {
    Conversation conversation = kept.conversation();
    if (review.turn() >= conversation.turns().size()) {
      return Optional.empty(); // of a transcription that was replaced since
    }
    return Optional.of(
        List.of(
            disarmed(flat(conversation.turns().get(review.turn()).text())),
            context(conversation.turns(), review.turn()),
            disarmed(review.label()),
            kept.analysis().language(),
            review.conversation(),
            Integer.toString(review.turn()),
            disarmed(review.by()),
            review.at().toString()));
  }

  /** One line a turn, behind who said it: {@code A:} the agent, {@code C:} the customer. */
  private static String context(List<Turn> turns, int turn) {
    StringBuilder context = new StringBuilder();
    for (Turn before : turns.subList(Math.max(0, turn - MOST_BEFORE), turn)) {
      context.append(context.isEmpty() ? "" : "\n").append(prefix(before.speaker()));
      context.append(flat(before.text()));
    }
    return disarmed(context.toString());
  }

  private static String prefix(Speaker speaker) {
    return switch (speaker) {
      case AGENT -> "A: ";
      case CUSTOMER -> "C: ";
      case SYSTEM -> "System: ";
      case UNKNOWN -> "";
    };
  }

  private static String flat(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  private static String disarmed(String cell) {
    return FORMULA.matcher(cell).find() ? "'" + cell : cell;
  }
}
