package io.earshot.analysis.redaction.name;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import io.earshot.analysis.redaction.name.Capitals.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds names of people in text with capital letters, by weighing what speaks for each. */
public final class WrittenNames implements Detector {
  private static final double LEAST = 0.5;
  private static final int LOOKED_BACK = 40;

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    if (passage.cased() && !isShouted(passage.text())) {
      Capitals capitals = new Capitals(passage);
      for (Row row : capitals.rows()) {
        judge(passage, capitals, row).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean isShouted(String text) {
    long upper = text.chars().filter(Character::isUpperCase).count();
    long lower = text.chars().filter(Character::isLowerCase).count();
    return upper > 3 && upper > lower;
  }

  private static Optional<Disclosure> judge(Passage passage, Capitals capitals, Row row) {
    List<Lexeme> lexemes = passage.lexemes();
    int from = row.from();
    boolean titled = false;
    boolean introduced = isIntroduced(passage, lexemes.get(from));
    while (from < row.to() && leads(lexemes, from, row.to(), titled || introduced)) {
      titled |= Titles.isTitle(lexemes.get(from).text());
      from++;
    }
    titled |= from > 0 && titleBefore(lexemes, from);
    int to = row.to();
    while (to > from && trails(lexemes, from, to, introduced)) {
      to--;
    }
    if (from >= to) {
      return Optional.empty();
    }
    double weight = new Weighing(passage, capitals, from, to).weight(titled);
    Lexeme first = lexemes.get(from);
    return weight < LEAST
        ? Optional.empty()
        : Optional.of(
            Disclosure.of(
                DataKind.PERSON,
                first.start(),
                lexemes.get(to - 1).stemEnd(),
                Math.min(0.98, weight)));
  }

  private static boolean isIntroduced(Passage passage, Lexeme first) {
    return Titles.INTRODUCED.matcher(passage.leading(first.start(), LOOKED_BACK)).find();
  }

  private static boolean titleBefore(List<Lexeme> lexemes, int from) {
    int before = lexemes.get(from - 1).text().equals(".") ? from - 2 : from - 1;
    return before >= 0 && Titles.isTitle(lexemes.get(before).text());
  }

  /** A word at the start that is none of the name: a title, "The", "Producer". */
  private static boolean leads(List<Lexeme> lexemes, int at, int end, boolean introduced) {
    String word = lexemes.get(at).text();
    boolean sign = !lexemes.get(at).is(Lexeme.Kind.LETTERS);
    boolean beforeLast = at + 1 < end && NameLists.isLast(lexemes.get(at + 1).text());
    boolean listed = NameLists.isFirst(word) || NameLists.isLast(word);
    boolean titled = at > 0 && titleBefore(lexemes, at);
    boolean name = listed && (beforeLast || titled || introduced);
    return sign || Titles.isTitle(word) || (NameLists.isOrdinary(word) && !name);
  }

  private static boolean trails(List<Lexeme> lexemes, int from, int end, boolean introduced) {
    Lexeme last = lexemes.get(end - 1);
    boolean first = NameLists.isFirst(lexemes.get(from).text());
    boolean titled = from > 0 && titleBefore(lexemes, from);
    boolean named =
        NameLists.isLast(last.stem()) && (titled || introduced || (first && end - 1 > from));
    return !last.is(Lexeme.Kind.LETTERS) || (NameLists.isOrdinary(last.stem()) && !named);
  }
}
