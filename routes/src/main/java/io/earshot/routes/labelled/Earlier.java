package io.earshot.routes.labelled;

import io.earshot.analysis.learning.Sample.Said;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.notation.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a cell that holds earlier turns: one a line, or several in a line with {@code " / "}
 * between, each behind who said it ({@code A:} agent, {@code C:} customer, or any usual word).
 */
final class Earlier {
  private static final Pattern PREFIX = Pattern.compile("\\s*+([\\p{L} ]{1,24})[:：]\\s*+");
  private static final Pattern BETWEEN = Pattern.compile(" / ");

  private Earlier() {}

  static List<Said> read(String cell) {
    List<Said> turns = new ArrayList<>();
    for (String line : cell.lines().toList()) {
      boolean first = true;
      for (String piece : BETWEEN.split(line)) {
        add(piece, first, turns);
        first = false;
      }
    }
    return turns.stream().filter(said -> !said.text().isBlank()).toList();
  }

  /** A piece that nobody is named for goes on with what was said, unless it begins a line. */
  private static void add(String piece, boolean beginsLine, List<Said> turns) {
    Matcher matcher = PREFIX.matcher(piece);
    if (matcher.lookingAt()) {
      Optional<Speaker> speaker = speaker(matcher.group(1));
      if (speaker.isPresent()) {
        turns.add(new Said(speaker.get(), piece.substring(matcher.end())));
        return;
      }
    }
    if (beginsLine || turns.isEmpty()) {
      turns.add(new Said(Speaker.UNKNOWN, piece.strip()));
      return;
    }
    Said last = turns.remove(turns.size() - 1);
    turns.add(new Said(last.speaker(), last.text() + " / " + piece));
  }

  static Optional<Speaker> speaker(String word) {
    return switch (word.strip()) {
      case "A", "a" -> Optional.of(Speaker.AGENT);
      case "C", "c", "U", "u" -> Optional.of(Speaker.CUSTOMER);
      default -> Roles.speaker(word);
    };
  }
}
