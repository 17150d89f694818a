package io.earshot.analysis.redaction.name;

import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds rows of words that begin with capital letters, such as names do. */
final class Capitals {
  private static final int MOST_WORDS = 5;
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "di", "del", "della", "der", "den", "van", "von", "ten",
          "ter", "la", "le", "el", "al", "bin", "ibn", "ben", "zu", "af", "y", "e", "i");

  private final Passage passage;
  private final List<Lexeme> lexemes;

  Capitals(Passage passage) {
    this.passage = passage;
    this.lexemes = passage.lexemes();
  }

  /**
   * Words side by side.
   *
   * @param from first lexeme
   * @param to lexeme after the last
   */
  record Row(int from, int to) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < lexemes.size(); at++) {
      if (isCapital(at)) {
        int to = end(at);
        rows.add(new Row(at, to));
        at = to - 1;
      }
    }
    return rows;
  }

  boolean isCapital(int at) {
    Lexeme lexeme = lexemes.get(at);
    return lexeme.is(Lexeme.Kind.LETTERS)
        && Character.isUpperCase(passage.text().codePointAt(lexeme.start()));
  }

  /** "KIEL", "USA": shouted, or no name. */
  boolean isAllCapitals(int at) {
    Lexeme lexeme = lexemes.get(at);
    String word = passage.text().substring(lexeme.start(), lexeme.end());
    return word.length() > 2 && word.chars().noneMatch(Character::isLowerCase);
  }

  private int end(int from) {
    int to = from + 1;
    int words = 1;
    while (words < MOST_WORDS && to < lexemes.size()) {
      int next = afterJoint(to);
      if (next < 0) {
        return to;
      }
      to = next;
      words++;
    }
    return to;
  }

  /** The end of the row's next word, over the stop of an initial, a hyphen, or particles. */
  private int afterJoint(int at) {
    if (lexemes.get(at - 1).stemEnd() < lexemes.get(at - 1).end()) {
      return -1;
    }
    int next = at;
    boolean initial = lexemes.get(at - 1).isLetter() || Titles.isTitle(lexemes.get(at - 1).text());
    if (lexemes.get(at).text().equals(".") && initial) {
      next++;
    } else if (lexemes.get(at).text().equals("-") && touches(at) && touches(at + 1)) {
      next++;
    }
    while (next < lexemes.size()
        && next < at + 2
        && PARTICLES.contains(lexemes.get(next).text())
        && !isCapital(next)) {
      next++;
    }
    return next < lexemes.size() && isCapital(next) && near(next) ? next + 1 : -1;
  }

  private boolean touches(int at) {
    return at < lexemes.size() && lexemes.get(at).start() == lexemes.get(at - 1).end();
  }

  private boolean near(int at) {
    return lexemes.get(at).start() - lexemes.get(at - 1).end() <= 1;
  }
}
