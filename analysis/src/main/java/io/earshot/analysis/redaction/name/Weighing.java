package io.earshot.analysis.redaction.name;

import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.Set;

/** What speaks for a row of words, and what against it. */
record Weighing(Passage passage, Capitals capitals, int from, int to) {
  private static final int LOOKED_BACK = 40;

  /** Before a brand, a product or a people, hardly before somebody. */
  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "this", "that", "these", "new", "your", "our", "any", "some");

  double weight(boolean titled) {
    String before = passage.leading(lexeme(from).start(), LOOKED_BACK);
    boolean introduced = Titles.INTRODUCED.matcher(before).find() || asked(before);
    if (titled || (introduced && !organisation() && !isAbbreviation())) {
      return titled ? 0.95 : 0.85;
    }
    double weight = words() == 1 ? single() : several();
    weight -= isAbbreviation() ? 0.4 : 0;
    if (Titles.MAYBE.matcher(before).find()) {
      weight += Titles.ANYTHING.matcher(before).find() ? 0.1 : 0.15;
    }
    weight += acts() || aloneOnLine() ? 0.15 : 0;
    return weight - against(before);
  }

  private boolean asked(String before) {
    boolean early = before.chars().filter(Character::isLetter).count() <= 12;
    return (before.contains("?") && Titles.ASKED.matcher(before).find())
        || (early && Titles.ASKED.matcher(passage.before()).find());
  }

  /** "ATM", "ATMs": in text that has small letters too. */
  private boolean isAbbreviation() {
    String word = passage.text().substring(start(), end());
    long capitals = word.chars().filter(Character::isUpperCase).count();
    return words() == 1 && capitals > 1 && capitals >= word.length() - 1;
  }

  private double single() {
    String word = lexeme(from).stem();
    if (NameLists.isAmbiguous(word) || capitals.isAllCapitals(from) || word.length() < 3) {
      return 0.3;
    }
    if (NameLists.isFirst(word)) {
      return 0.65;
    }
    boolean foreign = word.chars().anyMatch(character -> character > 0x7f);
    double weight = NameLists.isLast(word) || Surnames.looksLike(word) ? 0.45 : 0.3;
    return weight + (foreign || inSentence() ? 0.05 : 0);
  }

  /** A capital that no sentence's start asks for. */
  private boolean inSentence() {
    return from > 0
        && lexeme(from - 1).is(Lexeme.Kind.LETTERS)
        && !NameLists.isOrganisation(lexeme(from - 1).text());
  }

  private double several() {
    String first = lexeme(from).stem();
    String last = lexeme(to - 1).stem();
    double weight = 0.4;
    weight += NameLists.isFirst(first) ? 0.35 : 0;
    weight += NameLists.isLast(last) ? 0.25 : 0;
    weight += Surnames.looksLike(last) ? 0.2 : 0;
    weight += initial() ? 0.3 : 0;
    weight += passage.text().substring(start(), end()).chars().anyMatch(c -> c > 0x7f) ? 0.1 : 0;
    weight -= capitals.isAllCapitals(from) && capitals.isAllCapitals(to - 1) ? 0.2 : 0;
    weight -= everydayInside() ? 0.3 : 0;
    return words() > 3 && !initial() ? weight - 0.2 : weight;
  }

  private boolean everydayInside() {
    for (int at = from + 1; at < to - 1; at++) {
      if (NameLists.isOrdinary(lexeme(at).text()) && !lexeme(at).isLetter()) {
        return true;
      }
    }
    return false;
  }

  private double against(String before) {
    double against = 0;
    boolean listed = NameLists.isFirst(lexeme(from).stem());
    if (organisation()) {
      against += 0.5;
    }
    if (Titles.PLACED.matcher(before).find()) {
      against += listed && words() > 1 ? 0.1 : 0.3;
    }
    if (besideNumber()) {
      against += 0.3;
    }
    if (from > 0 && ARTICLES.contains(lexeme(from - 1).text()) && words() == 1) {
      against += 0.25;
    }
    return against;
  }

  /** "Smith Ltd", "Clark Orchestra". */
  private boolean organisation() {
    int next = to < passage.lexemes().size() && lexeme(to).text().equals("'") ? to + 1 : to;
    for (int at = from; at <= Math.min(next, passage.lexemes().size() - 1); at++) {
      boolean inside = at < to || lexeme(at).start() - lexeme(to - 1).stemEnd() <= 1;
      if (inside && NameLists.isOrganisation(lexeme(at).text())) {
        return true;
      }
    }
    return false;
  }

  private boolean besideNumber() {
    boolean before = from > 0 && isNumberBeside(from - 1);
    return before || (to < passage.lexemes().size() && isNumberBeside(to));
  }

  private boolean isNumberBeside(int at) {
    boolean line =
        passage
                .text()
                .substring(Math.min(lexeme(at).start(), start()), Math.max(lexeme(at).end(), end()))
                .indexOf('\n')
            >= 0;
    return lexeme(at).is(Lexeme.Kind.DIGITS) && !line;
  }

  private boolean acts() {
    return Titles.ACTS.matcher(passage.trailing(end(), LOOKED_BACK)).find();
  }

  private boolean aloneOnLine() {
    String lower = passage.lower();
    int lineStart = lower.lastIndexOf('\n', Math.max(0, start() - 1)) + 1;
    int lineEnd = lower.indexOf('\n', end());
    String before = lower.substring(Math.min(lineStart, start()), start());
    String after = lower.substring(end(), lineEnd < 0 ? lower.length() : lineEnd);
    boolean more = lower.indexOf('\n') >= 0 || lower.length() < 30;
    return more
        && words() > 1
        && (before + after).codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private boolean initial() {
    for (int at = from + 1; at < to; at++) {
      if (lexeme(at).isLetter()) {
        return true;
      }
    }
    return false;
  }

  private int words() {
    int words = 0;
    for (int at = from; at < to; at++) {
      words += lexeme(at).is(Lexeme.Kind.LETTERS) ? 1 : 0;
    }
    return words;
  }

  private int start() {
    return lexeme(from).start();
  }

  private int end() {
    return lexeme(to - 1).stemEnd();
  }

  private Lexeme lexeme(int at) {
    return passage.lexemes().get(at);
  }
}
