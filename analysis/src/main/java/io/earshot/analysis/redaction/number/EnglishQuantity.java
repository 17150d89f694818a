package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.number.Element.Form;
import java.util.Optional;

/**
 * Reads "five", "twenty three", "eight hundred", "two thousand and seventeen". What is a quantity
 * in one sentence is part of a phone number in another, so the reading keeps to the digits that one
 * would write.
 */
final class EnglishQuantity {
  private static final String HUNDRED = "hundred";
  private static final String THOUSAND = "thousand";

  private EnglishQuantity() {}

  static Optional<Element> at(ElementReader reader, int at) {
    return small(reader, at)
        .map(first -> first.value() == 0 ? first : hundreds(reader, first))
        .map(number -> thousands(reader, number))
        .map(number -> element(reader, number, at));
  }

  private static Element element(ElementReader reader, Part part, int at) {
    boolean digit = part.end() == at + 1 && reader.unit(at).isPresent();
    return new Element(
        String.valueOf(part.value()), at, part.end(), digit ? Form.SPOKEN : Form.COUNTED);
  }

  /** 0 to 99. */
  private static Optional<Part> small(ElementReader reader, int at) {
    Integer tens = DigitWords.TENS.get(reader.word(at));
    if (tens != null) {
      int next = reader.word(at + 1).equals("-") ? at + 2 : at + 1;
      Optional<Integer> unit = reader.unit(next).filter(value -> value > 0);
      return Optional.of(
          unit.map(value -> new Part(tens + value, next + 1)).orElse(new Part(tens, at + 1)));
    }
    Integer teen = DigitWords.TEENS.get(reader.word(at));
    Optional<Integer> value = teen == null ? reader.unit(at) : Optional.of(teen);
    return value.map(number -> new Part(number, at + 1));
  }

  private static Part hundreds(ElementReader reader, Part first) {
    if (!reader.word(first.end()).equals(HUNDRED)) {
      return first;
    }
    return rest(reader, new Part(first.value() * 100, first.end() + 1));
  }

  private static Part thousands(ElementReader reader, Part first) {
    if (!reader.word(first.end()).equals(THOUSAND) || first.value() == 0) {
      return first;
    }
    Part thousands = new Part(first.value() * 1000, first.end() + 1);
    Optional<Part> more =
        small(reader, afterAnd(reader, thousands.end()))
            .filter(part -> reader.word(part.end()).equals(HUNDRED))
            .map(part -> hundreds(reader, part));
    return more.map(part -> new Part(thousands.value() + part.value(), part.end()))
        .orElseGet(() -> rest(reader, thousands));
  }

  /** "eight hundred and five", but not "eight hundred five five five": those are digits. */
  private static Part rest(ElementReader reader, Part round) {
    Optional<Part> rest =
        small(reader, afterAnd(reader, round.end()))
            .filter(part -> part.value() > 0)
            .filter(part -> part.value() > 9 || small(reader, part.end()).isEmpty());
    return rest.map(part -> new Part(round.value() + part.value(), part.end())).orElse(round);
  }

  private static int afterAnd(ElementReader reader, int at) {
    return reader.word(at).equals("and") ? at + 1 : at;
  }

  private record Part(int value, int end) {}
}
