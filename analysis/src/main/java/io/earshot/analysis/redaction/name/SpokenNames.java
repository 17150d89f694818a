package io.earshot.analysis.redaction.name;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds names in text without capitals: recognised speech, hurried messages. A word that is a name
 * only in a list proves nothing there; it takes an introduction, a title or a second name beside
 * it. Names that are spelled are found by their letters.
 */
public final class SpokenNames implements Detector {
  private static final int LOOKED_BACK = 40;
  private static final int MOST_WORDS = 3;
  private static final int LEAST_LETTERS = 3;
  private static final Set<String> SPELLING = Set.of("as", "in", "for", "like");
  private static final Set<String> OPENINGS =
      Set.of(
          "it's", "its", "it", "is", "yes", "yeah", "sure", "uh", "um", "that's", "that", "my",
          "name", "okay", "ok", "well", "so", "course", "of", "the", "last", "first", "this");

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    List<Lexeme> words = passage.lexemes();
    for (int at = 0; at < words.size(); at++) {
      Optional<Disclosure> finding = at(passage, words, at);
      if (finding.isPresent()) {
        findings.add(finding.get());
        while (at + 1 < words.size() && words.get(at + 1).start() < finding.get().end()) {
          at++;
        }
      }
    }
    return findings;
  }

  private static Optional<Disclosure> at(Passage passage, List<Lexeme> words, int at) {
    if (!words.get(at).is(Lexeme.Kind.LETTERS)) {
      return Optional.empty();
    }
    if (words.get(at).isLetter()) {
      return spelled(passage, words, at);
    }
    String word = words.get(at).stem();
    boolean written = Character.isUpperCase(passage.text().codePointAt(words.get(at).start()));
    return written || (!isName(word) && NameLists.isOrdinary(word))
        ? Optional.empty()
        : named(passage, words, at);
  }

  private static Optional<Disclosure> named(Passage passage, List<Lexeme> words, int at) {
    String word = words.get(at).stem();
    String before = passage.leading(words.get(at).start(), LOOKED_BACK);
    boolean sure = NameLists.isSurelyName(word);
    int listed = listed(words, at);
    if (titled(words, at) && (sure || !NameLists.isOrdinary(word))) {
      return name(words, at, Math.max(at + 1, listed), 0.85);
    }
    boolean everyday = NameLists.isOrdinary(word) && listed < at + 2;
    if (!everyday && Titles.INTRODUCED.matcher(before).find() && passage.text().length() > 3) {
      return name(words, at, introduced(words, at), sure ? 0.85 : 0.65);
    }
    if (!everyday && isName(word) && asked(passage, words, at)) {
      return name(words, at, Math.max(at + 1, listed), 0.75);
    }
    boolean pair = listed >= at + 2 && NameLists.isFirst(word) && pairs(words, at);
    if (pair) {
      return name(words, at, listed, 0.75);
    }
    boolean labels = at + 1 < words.size() && words.get(at + 1).text().equals(":");
    boolean met =
        sure && NameLists.isFirst(word) && (labels || Titles.MAYBE.matcher(before).find());
    if (!met) {
      return Optional.empty();
    }
    boolean presents = listed == at + 1 && Titles.PRESENTS.matcher(before).find();
    return name(words, at, presents ? introduced(words, at) : Math.max(at + 1, listed), 0.65);
  }

  /** A first and a last name; one of the two must be nothing else. */
  private static boolean pairs(List<Lexeme> words, int at) {
    String first = words.get(at).stem();
    String last = words.get(at + 1).stem();
    boolean surname =
        NameLists.isLast(last) || NameLists.isSurelyName(last) || Surnames.looksLike(last);
    boolean sure = NameLists.isSurelyName(first) && !NameLists.isOrdinary(last);
    return surname && (sure || (NameLists.isSurelyName(last) && !NameLists.isOrdinary(first)));
  }

  private static boolean isName(String word) {
    return NameLists.isFirst(word) || NameLists.isLast(word);
  }

  private static boolean titled(List<Lexeme> words, int at) {
    int before = at > 0 && words.get(at - 1).text().equals(".") ? at - 2 : at - 1;
    if (before < 0 || !Titles.isTitle(words.get(before).text())) {
      return false;
    }
    // "miss" and "doctor" are words of their own.
    boolean word = words.get(before).text().length() > 4 || words.get(before).text().equals("miss");
    return !word || isName(words.get(at).stem());
  }

  /** The end of the listed names that follow each other. */
  private static int listed(List<Lexeme> words, int at) {
    int to = at;
    while (to < words.size()
        && to - at < MOST_WORDS
        && (isName(words.get(to).stem())
            || (to > at && Surnames.looksLike(words.get(to).stem())))) {
      to++;
    }
    return to;
  }

  /** The end of an introduced name: words that are not everyday's. */
  private static int introduced(List<Lexeme> words, int at) {
    int to = at + 1;
    while (to < words.size()
        && to - at < MOST_WORDS
        && words.get(to).is(Lexeme.Kind.LETTERS)
        && (!NameLists.isOrdinary(words.get(to).stem())
            || (NameLists.isLast(words.get(to).stem()) && !isFunction(words.get(to).stem())))) {
      to++;
    }
    return to;
  }

  private static boolean isFunction(String word) {
    return word.length() < 3
        || Set.of(
                "may", "will", "case", "day", "price", "good", "hope", "call", "long", "short",
                "and", "but")
            .contains(word);
  }

  private static boolean asked(Passage passage, List<Lexeme> words, int at) {
    for (int i = 0; i < at; i++) {
      if (words.get(i).is(Lexeme.Kind.LETTERS) && !OPENINGS.contains(words.get(i).text())) {
        return false;
      }
    }
    return Titles.ASKED.matcher(passage.before()).find();
  }

  /** "s m i t h", "s as in sam m as in mary ...", where a name is talked about. */
  private static Optional<Disclosure> spelled(Passage passage, List<Lexeme> words, int at) {
    int to = at;
    int letters = 0;
    while (to < words.size() && words.get(to).isLetter()) {
      to = afterExample(words, to);
      letters++;
      if (to + 1 < words.size()
          && Set.of("-", ",", ".").contains(words.get(to).stem())
          && words.get(to + 1).isLetter()) {
        to++;
      }
    }
    if (letters < LEAST_LETTERS) {
      return Optional.empty();
    }
    String around = passage.before() + passage.lower();
    boolean named = around.contains("name") || around.contains("spell");
    return named ? name(words, at, to, 0.8) : Optional.empty();
  }

  private static int afterExample(List<Lexeme> words, int at) {
    int example = at + 1;
    while (example < words.size()
        && example < at + 3
        && SPELLING.contains(words.get(example).text())) {
      example++;
    }
    boolean spells =
        example > at + 1
            && example < words.size()
            && words.get(example).text().startsWith(words.get(at).stem());
    return spells ? example + 1 : at + 1;
  }

  private static Optional<Disclosure> name(
      List<Lexeme> words, int from, int to, double confidence) {
    return Optional.of(
        Disclosure.of(
            DataKind.PERSON, words.get(from).start(), words.get(to - 1).stemEnd(), confidence));
  }
}
