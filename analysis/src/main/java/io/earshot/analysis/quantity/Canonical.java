package io.earshot.analysis.quantity;

import io.earshot.analysis.language.ChineseText;
import io.earshot.analysis.language.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text with its numbers in digits, folded to lower case, simplified characters and half width.
 * Each character knows where it stands in the original.
 */
final class Canonical {
  private static final int LONGEST = 4000;

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spelled = new ArrayList<>();
  private int[] starts;
  private int[] ends;

  private Canonical(int capacity) {
    this.starts = new int[capacity];
    this.ends = new int[capacity];
  }

  static Canonical of(String original, NumberWords words) {
    String folded = fold(original.length() <= LONGEST ? original : original.substring(0, LONGEST));
    Canonical canonical = new Canonical(folded.length() * 2 + 16);
    List<Lexeme> lexemes = Lexeme.of(folded);
    int copied = 0;
    for (int i = 0; i < lexemes.size(); ) {
      Optional<Numeral> numeral = inCode(lexemes, i) ? Optional.empty() : words.at(lexemes, i);
      if (numeral.isPresent()) {
        int start = lexemes.get(i).start();
        int end = lexemes.get(numeral.get().next() - 1).end();
        canonical.copy(folded, copied, start);
        canonical.replace(numeral.get(), start, end);
        copied = end;
        i = numeral.get().next();
      } else {
        i++;
      }
    }
    canonical.copy(folded, copied, folded.length());
    return canonical;
  }

  /** A number glued to the letters before it is part of a name: p40, ip6. */
  private static boolean inCode(List<Lexeme> lexemes, int at) {
    return at > 0
        && lexemes.get(at).isNumeral()
        && lexemes.get(at - 1).isWord()
        && lexemes.get(at - 1).end() == lexemes.get(at).start();
  }

  /** One character for one, so that places stay. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(ChineseText.simplified(text));
    for (int i = 0; i < folded.length(); i++) {
      char character = folded.charAt(i);
      if (character >= '！' && character <= '～') {
        character = (char) (character - '！' + '!');
      }
      folded.setCharAt(i, character == '￥' ? '¥' : Character.toLowerCase(character));
    }
    return folded.toString();
  }

  private void copy(String from, int start, int end) {
    for (int i = start; i < end; i++) {
      append(from.charAt(i), i, i + 1);
    }
  }

  private void replace(Numeral numeral, int start, int end) {
    int from = text.length();
    for (int i = 0; i < numeral.digits().length(); i++) {
      append(numeral.digits().charAt(i), start, end);
    }
    if (numeral.form() == Numeral.Form.SPELLED) {
      spelled.add(new Span(from, text.length()));
    }
  }

  private void append(char character, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(character);
  }

  String text() {
    return text.toString();
  }

  /** Whether a number was said digit by digit. */
  boolean isSpelled(int start) {
    return spelled.stream().anyMatch(span -> span.start() == start);
  }

  /** Where a part of the canonical text stands in the original. */
  Span original(int start, int end) {
    return new Span(starts[start], ends[end - 1]);
  }
}
