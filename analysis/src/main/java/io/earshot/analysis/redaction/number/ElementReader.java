package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.number.Element.Form;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the elements of numbers out of lexemes. */
final class ElementReader {
  private static final int MOST_DIGITS = 40;
  private static final Set<String> SPELLING = Set.of("as", "for", "like", "in");

  private final List<Lexeme> lexemes;

  ElementReader(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  int size() {
    return lexemes.size();
  }

  Lexeme lexeme(int at) {
    return lexemes.get(at);
  }

  String word(int at) {
    return at >= 0 && at < lexemes.size() ? lexemes.get(at).text() : "";
  }

  /** The element that certainly starts here. */
  Optional<Element> read(int at) {
    if (at >= lexemes.size()) {
      return Optional.empty();
    }
    Lexeme first = lexemes.get(at);
    return switch (first.kind()) {
      case DIGITS ->
          first.text().length() <= MOST_DIGITS
              ? Optional.of(new Element(first.text(), at, at + 1, Form.WRITTEN))
              : Optional.empty();
      case LETTERS -> english(at);
      case HAN -> chinese(at);
      case SIGN, HOLE -> Optional.empty();
    };
  }

  /** A word that sounds like a digit; only its surroundings can tell. */
  Optional<Element> soundAlike(int at) {
    Integer digit = DigitWords.SOUND_ALIKE.get(word(at));
    return digit == null
        ? Optional.empty()
        : Optional.of(new Element(String.valueOf(digit), at, at + 1, Form.DOUBTFUL));
  }

  /** A letter, or what spells one ("b as in boy"). */
  Optional<Element> letter(int at) {
    if (at >= lexemes.size() || !lexemes.get(at).isLetter()) {
      return Optional.empty();
    }
    return Optional.of(new Element(word(at), at, spellingEnd(at), Form.LETTER));
  }

  private int spellingEnd(int at) {
    if (!SPELLING.contains(word(at + 1)) || word(at + 1).equals("in")) {
      return at + 1;
    }
    int example = word(at + 1).equals("as") && word(at + 2).equals("in") ? at + 3 : at + 2;
    return word(example).startsWith(word(at)) && word(example).length() > 2 ? example + 1 : at + 1;
  }

  private Optional<Element> english(int at) {
    Integer times = word(at).length() > 2 ? DigitWords.TIMES.get(word(at)) : null;
    if (times != null) {
      return repeated(at + 1, times, at);
    }
    return EnglishQuantity.at(this, at);
  }

  private Optional<Element> chinese(int at) {
    Integer times = DigitWords.TIMES.get(word(at));
    if (times != null && word(at + 1).equals("个") && unit(at + 2).isPresent()) {
      // "三个零": three times the digit, where a quantity would be followed by a thing.
      Optional<Element> repeated = repeated(at + 2, times, at);
      if (repeated.isPresent()) {
        return repeated;
      }
    }
    return ChineseQuantity.at(this, at);
  }

  private Optional<Element> repeated(int at, int times, int from) {
    Optional<Integer> digit = unit(at);
    if (digit.isEmpty() && word(at).length() == 1 && Character.isDigit(word(at).charAt(0))) {
      digit = Optional.of(word(at).charAt(0) - '0');
    }
    return digit.map(
        value -> new Element(String.valueOf(value).repeat(times), from, at + 1, Form.SPOKEN));
  }

  Optional<Integer> unit(int at) {
    return Optional.ofNullable(DigitWords.UNITS.get(word(at)));
  }
}
