package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.Disclosure;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a turn. Nobody says more at a time, but a pasted log is longer, and what looks around
 * in a text would look around in all of it: so long turns are read in pieces.
 *
 * @param turn position of the turn
 * @param start first character in the turn's text
 */
record Piece(int turn, int start, String text) {
  private static final int LONGEST = 4000;
  private static final int LOOKED_BACK = 200;

  /** The pieces of all texts, in their order; at least one for each. */
  static List<Piece> of(List<String> texts) {
    List<Piece> pieces = new ArrayList<>();
    for (int turn = 0; turn < texts.size(); turn++) {
      String text = texts.get(turn);
      int from = 0;
      do {
        int to = end(text, from);
        pieces.add(new Piece(turn, from, text.substring(from, to)));
        from = to;
      } while (from < text.length());
    }
    return pieces;
  }

  /** Behind white space where there is some. */
  private static int end(String text, int from) {
    int most = from + LONGEST;
    if (most >= text.length()) {
      return text.length();
    }
    for (int at = most; at > most - LOOKED_BACK; at--) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }

  /** The same place in the whole text. */
  Disclosure inTurn(Disclosure found) {
    return new Disclosure(
        found.type(), start + found.start(), start + found.end(), found.confidence());
  }
}
