package io.earshot.analysis.learning;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A turn with what was said before it as one text, whose embedding tells the turn's part in the
 * exchange. Over separate embeddings of the turns before it gained a point of F1 on both MELD and
 * CPED.
 */
public final class ContextText {
  private static final int TURNS = 2;

  private ContextText() {}

  /** The last two turns before, the oldest first, and the text itself. */
  public static String of(Sample sample) {
    return of(sample.before().stream().map(Sample.Said::text).toList(), sample.text());
  }

  /** The same of plain texts. */
  public static String of(List<String> before, String text) {
    int skipped = Math.max(0, before.size() - TURNS);
    String said = before.stream().skip(skipped).collect(Collectors.joining(" "));
    return said.isBlank() ? text : said + " " + text;
  }
}
