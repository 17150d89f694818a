package io.earshot.analysis.redaction.name;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of a conversation that are known, to find them again where nothing introduces them. Not for
 * use by several threads.
 */
public final class KnownNames {
  private static final int SHORTEST = 3;

  private final Set<String> words = new HashSet<>();
  private final Set<String> chinese = new HashSet<>();

  /** Names that are words of everyday: only somebody spoken to is meant by them. */
  private final Set<String> everyday = new HashSet<>();

  /** Notes a name and, in languages with spaces, each of its words. */
  public void note(String name) {
    Passage passage = Passage.of(name, "", "");
    String plain = passage.lower().trim();
    if (plain.length() > 1 && plain.chars().allMatch(Character::isIdeographic)) {
      chinese.add(plain);
    }
    for (Lexeme lexeme : passage.lexemes()) {
      boolean telling = lexeme.is(Lexeme.Kind.LETTERS) && lexeme.text().length() >= SHORTEST;
      if (telling && !Titles.isTitle(lexeme.stem())) {
        (isEveryday(lexeme.stem()) ? everyday : words).add(lexeme.stem());
      }
    }
  }

  private static boolean isEveryday(String word) {
    return NameLists.isOrdinary(word) || NameLists.isAmbiguous(word);
  }

  /** Where noted names stand. */
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    if (!words.isEmpty() || !everyday.isEmpty()) {
      for (Lexeme lexeme : passage.lexemes()) {
        if (isKnown(passage, lexeme) && matchesCase(passage, lexeme)) {
          findings.add(Disclosure.of(DataKind.PERSON, lexeme.start(), lexeme.stemEnd(), 0.7));
        }
      }
    }
    for (String name : chinese) {
      for (int at = passage.lower().indexOf(name);
          at >= 0;
          at = passage.lower().indexOf(name, at + 1)) {
        findings.add(Disclosure.of(DataKind.PERSON, at, at + name.length(), 0.7));
      }
    }
    return findings;
  }

  private boolean isKnown(Passage passage, Lexeme lexeme) {
    if (words.contains(lexeme.stem())) {
      return true;
    }
    if (!everyday.contains(lexeme.stem())) {
      return false;
    }
    String before = passage.leading(lexeme.start(), 30);
    return Titles.MAYBE.matcher(before).find() && !Titles.ANYTHING.matcher(before).find();
  }

  /** In text with capitals a name has one, unless it is listed as nothing but a name. */
  private static boolean matchesCase(Passage passage, Lexeme lexeme) {
    return !passage.cased()
        || Character.isUpperCase(passage.text().charAt(lexeme.start()))
        || NameLists.isSurelyName(lexeme.stem());
  }
}
