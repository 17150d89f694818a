package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.number.Element.Form;
import java.util.List;

/**
 * Elements that follow each other, read as one number.
 *
 * @param elements at least one
 */
record Run(List<Element> elements) {

  Run {
    elements = List.copyOf(elements);
  }

  String digits() {
    StringBuilder digits = new StringBuilder();
    elements.forEach(element -> digits.append(element.digits()));
    return digits.toString();
  }

  /** First lexeme. */
  int from() {
    return elements.get(0).from();
  }

  /** Lexeme after the last. */
  int to() {
    return elements.get(elements.size() - 1).to();
  }

  boolean written() {
    return elements.stream().allMatch(element -> element.is(Form.WRITTEN));
  }

  /** How many digits were said one by one. */
  int saidOneByOne() {
    return elements.stream()
        .filter(element -> element.is(Form.SPOKEN) || element.is(Form.WRITTEN))
        .mapToInt(element -> element.digits().length())
        .sum();
  }

  Run part(int from, int to) {
    return new Run(elements.subList(from, to));
  }

  static Run joined(List<Run> runs) {
    return new Run(runs.stream().flatMap(run -> run.elements().stream()).toList());
  }

  @Override
  public String toString() {
    return "Run[%d elements]".formatted(elements.size());
  }
}
